// Package main has another package stop the server.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"noshutdown/globals/elsewhere/quit"
	"noshutdown/globals/web"
)

func main() {
	web.Init()
	go web.Start()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
	quit.All()
}
