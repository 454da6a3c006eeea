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
	if err := a.Stop(); err != nil { // want `main ends without waiting for the drain of a server that this call leaves to a goroutine`
		log.Fatal(err)
	}
}
