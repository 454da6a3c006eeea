// Package main ends the process beside what drains, but not before a second signal.
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
		again := make(chan os.Signal, 1)
		signal.Notify(again, syscall.SIGINT, syscall.SIGTERM)
		<-again
		os.Exit(1)
	}()
	if err := app.Run(ctx); err != nil {
		log.Print(err)
	}
}
