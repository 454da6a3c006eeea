// Package main stops what leaves its servers draining.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/partsleft/app"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	a := app.NewHasty()
	select {
	case err := <-a.Start():
		log.Print(err)
	case <-quit:
	}
	if err := a.Stop(); err != nil { // want `main ends without waiting for what this call has begun in a goroutine, the drain of a server`
		log.Fatal(err)
	}
}
