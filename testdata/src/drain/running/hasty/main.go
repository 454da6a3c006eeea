// Package main does not wait for what another package runs for a third.
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
	if err := app.RunHasty(ctx); err != nil { // want `main ends without waiting for \(\*api.Server\).Run, which is called in a goroutine \(at runner.go:49\)`
		log.Print(err)
	}
}
