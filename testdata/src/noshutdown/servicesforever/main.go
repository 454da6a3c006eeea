// Package main has a service run for ever, which it does not see.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/servicesforever/api"
	"noshutdown/servicesforever/runner"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := runner.Run(ctx, api.New(":"+os.Getenv("PORT"))); err != nil { // want `waits for a context that never ends`
		log.Fatal(err)
	}
}
