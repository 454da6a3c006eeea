// Package main hears of signals.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/actorsdeaf/api"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	failed := make(chan error, 1)
	go func() { failed <- api.Run() }()
	select {
	case err := <-failed:
		log.Print(err)
	case <-c:
	}
}
