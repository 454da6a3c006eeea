// Package main hands servers over to what runs them.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/runservices/api"
	"drain/runservices/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app.App{Services: []app.Service{
		api.NewWaits(os.Getenv("WAITS")),
		api.NewHasty(os.Getenv("HASTY")), // want `\(\*api.Hasty\).Run returns as soon as its server is told to stop, and main ends without waiting for the drain`
	}}
	if err := a.Run(ctx); err != nil {
		log.Fatal(err)
	}
}
