// Package options configures its server with functions.
package options

import (
	"context"
	"net/http"
	"time"
)

type option func(*http.Server)

func withTimeout(d time.Duration) option {
	return func(s *http.Server) { s.ReadTimeout = d }
}

func newServer(h http.Handler, opts ...option) *http.Server {
	srv := &http.Server{Addr: ":8080", Handler: h}
	for _, o := range opts {
		o(srv)
	}
	return srv
}

func stopped(ctx context.Context, h http.Handler) error {
	srv := newServer(h, withTimeout(time.Second))
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}
