// Package main ends the process beside what drains.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/running/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		os.Exit(0) // want `ends the process at the signal at which \(\*api.Server\).Run \(called at runner.go:35\) begins to drain`
	}()
	if err := app.Run(ctx); err != nil {
		log.Print(err)
	}
}
