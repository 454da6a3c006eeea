// Package main serves users and metrics by one call of another package.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/metricsbeside/api"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := api.Serve(ctx, os.Getenv("ADDR"), os.Getenv("METRICS_ADDR")); err != nil { // want `returns as soon as its server is told to stop, and main ends without waiting`
		log.Fatal(err)
	}
}
