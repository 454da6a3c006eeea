// Package main waits for the signal, and does not call what stops the server.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/globals/web"
)

func main() {
	web.Init()
	go web.Start() // want `never stopped`
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
	log.Print("stopping")
}
