// Package main runs what drains from several places.
package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"

	"drain/calledtwice/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	log.Print(app.New().Wait(ctx))
}
