// Package web is stopped by its test.
package web

import (
	"context"
	"net/http"
)

// Serve serves until ctx ends.
func Serve(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr}
	context.AfterFunc(ctx, func() { _ = srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}
