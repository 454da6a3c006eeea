// Package main runs servers through interfaces that packages made for them.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/handed/api"
	"drain/handed/either"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	run := api.Serve
	if os.Getenv("EITHER") != "" {
		run = either.Serve
	}
	if err := run(ctx); err != nil {
		log.Fatal(err)
	}
}
