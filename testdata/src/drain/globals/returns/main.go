// Package main ends as soon as another package's server is told to stop.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"drain/globals/web"
)

func main() {
	web.Init()
	go func() {
		told := make(chan os.Signal, 1)
		signal.Notify(told, os.Interrupt, syscall.SIGTERM)
		<-told
		web.Stop()
	}()
	web.Start() // want `returns as soon as web.Stop begins at main.go:18, and main ends without waiting for it`
}
