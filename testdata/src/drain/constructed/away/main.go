// Package main runs what returns when the drain has begun.
package main

import "drain/constructed/app"

func main() {
	app.RunAway() // want `main ends without waiting for it`
}
