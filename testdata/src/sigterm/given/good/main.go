// Package main gives what serves a context that ends with SIGTERM.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"sigterm/given/run"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	if err := run.Run(ctx, os.Getenv("ADDR")); err != nil {
		log.Fatal(err)
	}
}
