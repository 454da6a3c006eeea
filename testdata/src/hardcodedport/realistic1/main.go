// Package main is a service with a configuration package, as they are.
package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"

	"hardcodedport/realistic1/internal/config"
	"hardcodedport/realistic1/internal/server"
)

func main() {
	cfg, err := config.Load()
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := server.New(cfg)
	if err := srv.Run(ctx); err != nil {
		log.Fatal(err)
	}
	metrics := server.NewMetrics(":9090") // want `port "9090".*passed to .*server.go:\d+`
	metrics.Run(ctx)
}
