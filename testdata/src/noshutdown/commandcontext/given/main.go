// Package main runs a command until the program is told to stop.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/commandcontext/serve"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve.Command().ExecuteContext(ctx); err != nil {
		os.Exit(1)
	}
}
