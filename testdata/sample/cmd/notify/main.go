// Command notify tells people by mail what became of their parcels.
package main

import (
	"cmp"
	"context"
	"errors"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"github.com/go-chi/chi/v5"

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

	requests := metrics.New("notify")
	subscriptions, feed := chi.NewRouter(), chi.NewRouter()
	subscriptions.Use(requests.Count)
	store := parcel.NewStore()
	store.Routes(subscriptions)
	feed.Route("/feed", store.Routes)

	addr := net.JoinHostPort("", cmp.Or(os.Getenv("SUBSCRIPTIONS_PORT"), "9100"))
	ended := make(chan error, 3)
	go func() { ended <- httpserver.Serve(ctx, cfg.MetricsAddr(), requests.Handler(), cfg.Drain) }()
	go func() { ended <- httpserver.Serve(ctx, addr, subscriptions, cfg.Drain) }()
	go func() { ended <- httpserver.Serve(ctx, ":"+os.Getenv("FEED_PORT"), feed, cfg.Drain) }()

	var errs []error
	for range cap(ended) {
		errs = append(errs, <-ended)
		stop()
	}
	return errors.Join(errs...)
}
