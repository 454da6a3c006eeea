// Package httpserver is a company's way to serve HTTP, in a module of its own.
package httpserver

import (
	"context"
	"errors"
	"net"
	"net/http"
)

// Run serves h on addr until ctx is done and requests are answered.
func Run(ctx context.Context, addr string, h http.Handler) error {
	srv := &http.Server{Handler: h}
	l, err := listen(addr)
	if err != nil {
		return err
	}
	drained := make(chan error, 1)
	context.AfterFunc(ctx, func() { drained <- srv.Shutdown(context.WithoutCancel(ctx)) })
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-drained
}

func listen(addr string) (net.Listener, error) {
	return net.Listen("tcp", addr)
}
