// Package main has a debug service beside its own.
package main

import "noshutdown/debugindex/debug"

func main() {
	new(debug.Service).Start()
	new(debug.Orders).Start()
}
