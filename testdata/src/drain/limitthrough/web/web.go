// Package web serves, and drains in a function of its own.
package web

import (
	"context"
	"errors"
	"net/http"
	"time"
)

type Config struct {
	Addr  string
	Drain time.Duration
}

// Run serves until ctx ends.
func Run(ctx context.Context, cfg Config) error {
	srv := &http.Server{Addr: cfg.Addr, Handler: http.NotFoundHandler()}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return drain(srv, cfg)
	}
}

func drain(srv *http.Server, cfg Config) error {
	ctx, cancel := context.WithTimeout(context.Background(), cfg.Drain)
	defer cancel()
	err := srv.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		return srv.Close()
	}
	return err
}
