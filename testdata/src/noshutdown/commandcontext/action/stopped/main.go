// Package main runs it until the signal.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/commandcontext/action"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := action.Command().Run(ctx, os.Args); err != nil {
		log.Fatal(err)
	}
}
