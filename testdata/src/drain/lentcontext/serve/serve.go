// Package serve makes servers, which others stop.
package serve

import (
	"context"
	"net"
	"net/http"
	"time"
)

type key struct{}

// New returns a server whose requests run in what ctx carries, and end with it.
func New(ctx context.Context, addr string, h http.Handler) *http.Server {
	ctx = context.WithValue(ctx, key{}, addr)
	return &http.Server{Addr: addr, Handler: h, BaseContext: func(net.Listener) context.Context { return ctx }}
}

// NewWhole returns a server whose requests know what ctx carries, and end by themselves.
func NewWhole(ctx context.Context, addr string, h http.Handler) *http.Server {
	ctx = context.WithoutCancel(ctx)
	return &http.Server{Addr: addr, Handler: h, BaseContext: func(net.Listener) context.Context { return ctx }}
}

// Ready returns a server once a port is free, which it looks for until ctx ends.
func Ready(ctx context.Context, addr string, h http.Handler) *http.Server {
	for ctx.Err() == nil {
		if ln, err := net.Listen("tcp", addr); err == nil {
			ln.Close()
			break
		}
		time.Sleep(time.Second)
	}
	return &http.Server{Addr: addr, Handler: h, BaseContext: func(net.Listener) context.Context { return context.Background() }}
}
