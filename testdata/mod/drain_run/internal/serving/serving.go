// Package serving runs servers until a context ends.
package serving

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Run serves on addr until ctx ends. It asks for the error of the drain, but
// does not wait for it.
func Run(ctx context.Context, addr string, h http.Handler) error {
	srv := &http.Server{Addr: addr, Handler: h}
	drained := drain(ctx, srv)
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	select {
	case err := <-drained:
		return err
	default:
		return nil
	}
}

// RunToEnd serves on addr until ctx ends, and the requests have been answered.
func RunToEnd(ctx context.Context, addr string, h http.Handler) error {
	srv := &http.Server{Addr: addr, Handler: h}
	drained := drain(ctx, srv)
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-drained
}

func drain(ctx context.Context, srv *http.Server) <-chan error {
	drained := make(chan error, 1)
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		drained <- srv.Shutdown(limit)
	}()
	return drained
}
