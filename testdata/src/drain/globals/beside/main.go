// Package main does not wait for the stop of another package's server.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"drain/globals/web"
)

func main() {
	web.Init()
	go web.Start()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
	go web.Stop() // want `main ends without waiting for web.Stop, which runs in a goroutine`
}
