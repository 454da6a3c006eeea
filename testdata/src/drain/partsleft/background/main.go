// Package main waits for the end of its servers, which is no wait for their drain.
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
	go func() {
		<-quit
		a.Stop()
	}()
	if err := <-a.Start(); err != nil { // want `returns as soon as \(\*app.Patient\).Stop begins at main.go:\d+, and main ends without waiting for it`
		log.Fatal(err)
	}
}
