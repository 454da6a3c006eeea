// Package main runs services that nobody tells to stop.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/services/api"
	"noshutdown/services/app"
)

func main() {
	_, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app.App{Services: []app.Service{api.NewWaits(os.Getenv("ADDR"))}} // want `its Shutdown waits for a context that never ends`
	if err := a.Run(context.Background()); err != nil {
		log.Fatal(err)
	}
}
