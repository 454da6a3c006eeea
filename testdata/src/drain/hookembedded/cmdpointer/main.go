// Package main has a server that embeds another, and a context for its requests.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/hookembedded/pointer"
)

func main() {
	s := pointer.New(os.Args[1])
	go func() {
		if err := s.Listen(); err != nil {
			log.Fatal(err)
		}
	}()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM, os.Interrupt)
	<-c
	log.Print(s.Drain(context.Background()))
}
