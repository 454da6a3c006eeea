// Package parameter passes servers to the functions that start and stop them.
package parameter

import (
	"context"
	"net/http"
)

func start(srv *http.Server) error { return srv.ListenAndServe() }

func stop(srv *http.Server) error { return srv.Shutdown(context.Background()) }

func both(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	context.AfterFunc(ctx, func() { stop(srv) })
	return start(srv)
}

func stopsItself(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return start(srv)
}
