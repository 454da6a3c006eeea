// Package main stops all that it starts.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"noshutdown/parts/app"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	a := app.NewWhole()
	failed := a.Start()
	select {
	case err := <-failed:
		log.Print(err)
	case <-quit:
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := a.Stop(limit); err != nil {
		log.Fatal(err)
	}
}
