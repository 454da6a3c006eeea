// Package main stops nothing that it starts.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/parts/app"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	a := app.NewWhole()
	failed := a.Start() // want `the server started by \(\*http.Server\).ListenAndServe is never stopped`
	select {
	case err := <-failed:
		log.Print(err)
	case <-quit:
	}
}
