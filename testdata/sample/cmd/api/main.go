// Command api answers where a parcel is.
package main

import (
	"context"
	"errors"
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/go-chi/chi/v5"

	"example.com/parcels/internal/backoffice"
	"example.com/parcels/internal/config"
	"example.com/parcels/internal/httpserver"
	"example.com/parcels/internal/metrics"
	"example.com/parcels/internal/parcel"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	cfg, err := config.Load()
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	store := parcel.NewStore()
	requests := metrics.New("api")
	r := chi.NewRouter()
	r.Use(requests.Count)
	store.Routes(r)

	ended := make(chan error, 3)
	go func() { ended <- httpserver.Serve(ctx, cfg.Addr(), r, cfg.Drain) }()
	go func() { ended <- httpserver.Serve(ctx, cfg.MetricsAddr(), requests.Handler(), cfg.Drain) }()
	go func() { ended <- httpserver.Serve(ctx, ":9090", backoffice.Handler(store), cfg.Drain) }()

	var errs []error
	for range cap(ended) {
		errs = append(errs, <-ended)
		stop()
	}
	return errors.Join(errs...)
}
