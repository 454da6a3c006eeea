// Package main hears of the signal, and calls the stop of one server only.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"noshutdown/heldbyothers/life"
	"noshutdown/heldbyothers/self"
	"noshutdown/heldbyothers/web"
)

func main() {
	forgotten := web.New(os.Getenv("A"))
	stopped := web.New(os.Getenv("B"))
	handed := web.New(os.Getenv("C"))
	own := self.New(os.Getenv("D"))
	go life.Watch(handed)
	go func() {
		if err := forgotten.Start(); err != nil { // want `its Shutdown is in a method that nothing calls`
			log.Fatal(err)
		}
	}()
	go func() {
		if err := stopped.Start(); err != nil {
			log.Fatal(err)
		}
	}()
	go func() {
		if err := handed.Start(); err != nil {
			log.Fatal(err)
		}
	}()
	go func() {
		if err := own.Start(); err != nil {
			log.Fatal(err)
		}
	}()

	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	log.Print(stopped.Stop(limit))
}
