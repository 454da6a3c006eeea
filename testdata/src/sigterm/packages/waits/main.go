// Package main waits for the servers of others.
package main

import (
	"os"
	"os/signal"

	"sigterm/packages/internal/server"
)

func main() {
	go server.Run(os.Getenv("ADDR"))
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, os.Interrupt) // want `only SIGINT`
	<-ch
}
