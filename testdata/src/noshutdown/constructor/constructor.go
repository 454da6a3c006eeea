// Package constructor gets servers from functions.
package constructor

import (
	"context"
	"net/http"
	"time"
)

func newServer(addr string, h http.Handler) *http.Server {
	return &http.Server{Addr: addr, Handler: h, ReadHeaderTimeout: time.Second}
}

func stopped(ctx context.Context, h http.Handler) error {
	srv := newServer(":8080", h)
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}

func newOther(h http.Handler) (*http.Server, error) {
	return &http.Server{Addr: ":8080", Handler: h}, nil
}

func never(h http.Handler) error {
	srv, err := newOther(h)
	if err != nil {
		return err
	}
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

func byValue(h http.Handler) http.Server { return http.Server{Addr: ":8080", Handler: h} }

func stoppedValue(ctx context.Context, h http.Handler) error {
	srv := byValue(h)
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}
