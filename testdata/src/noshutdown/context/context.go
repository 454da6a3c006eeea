// Package context gives a context to the listener, which is no way to stop a
// server.
package context

import (
	"context"
	"net"
	"net/http"
)

func handleless(ctx context.Context, h http.Handler) error {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", ":8080")
	if err != nil {
		return err
	}
	return http.Serve(l, h) // want "http.Serve gives no handle"
}

func atHand(ctx context.Context, h http.Handler) error {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", ":8080")
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: h, BaseContext: func(net.Listener) context.Context { return ctx }}
	return srv.Serve(l) // want "is never stopped by Shutdown"
}

func stopped(ctx context.Context, h http.Handler) error {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", ":8080")
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: h}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.Serve(l)
}
