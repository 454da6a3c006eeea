// Package main stops what waits for its servers.
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
	a := app.NewPatient()
	select {
	case err := <-a.Start():
		log.Print(err)
	case <-quit:
	}
	if err := a.Stop(); err != nil {
		log.Fatal(err)
	}
}
