// Package errgroup waits for servers, and stops none.
package errgroup

import (
	"context"
	"net/http"

	"golang.org/x/sync/errgroup"
)

// errgroup only waits: it stops nothing.
func waits(ctx context.Context, h http.Handler) error {
	g, _ := errgroup.WithContext(ctx)
	srv := &http.Server{Addr: ":8080", Handler: h}
	g.Go(func() error { return srv.ListenAndServe() }) // want "is never stopped by Shutdown"
	return g.Wait()
}

func waitsHandleless(h http.Handler) error {
	var g errgroup.Group
	g.Go(func() error {
		return http.ListenAndServe(":8080", h) // want "http.ListenAndServe gives no handle"
	})
	return g.Wait()
}
