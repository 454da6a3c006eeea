// Package main gives a context that ends at the signal.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/failurecancels/serve"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve.Serve(ctx, ":"+os.Args[1]); err != nil {
		log.Fatal(err)
	}
}
