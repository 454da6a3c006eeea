// Package main waits for a server.
package main

import "listenerr/constructed/app"

func main() {
	app.New()
	<-app.Telling().Done()
}
