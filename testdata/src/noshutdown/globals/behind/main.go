// Package main has the stop of the server behind what serves until then.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"noshutdown/globals/web"
)

func main() {
	web.Init()
	web.Start() // want `never`
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
	web.Stop()
}
