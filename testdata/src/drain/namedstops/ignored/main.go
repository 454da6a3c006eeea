// Package main waits for the signal and not for its stops.
package main

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/namedstops/stops"
	"drain/namedstops/web"
)

func main() {
	srv := web.Start() // want `main ends without waiting for it`
	_ = stops.AtSignal(10*time.Second, map[string]stops.Stop{"web": srv.Shutdown})
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
}
