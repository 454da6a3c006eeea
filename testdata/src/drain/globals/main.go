// Package main stops the server of another package, and waits for that.
package main

import (
	"log"
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
	if err := web.Stop(); err != nil {
		log.Print(err)
	}
}
