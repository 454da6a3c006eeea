// Package main ends when the drain begins.
package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"

	"drain/running/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := app.RunSoon(ctx); err != nil { // want `\(\*api.Soon\).Run returns as soon as its server is told to stop, and main ends without waiting for the drain`
		log.Print(err)
	}
}
