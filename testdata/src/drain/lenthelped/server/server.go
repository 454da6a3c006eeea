// Package server makes servers, and drains them.
package server

import (
	"context"
	"net"
	"net/http"
	"time"
)

// New makes a server whose requests have the values of ctx.
func New(ctx context.Context, addr string) *http.Server {
	return &http.Server{Addr: addr, BaseContext: func(net.Listener) context.Context { return ctx }}
}

// Drain waits for the requests of srv.
func Drain(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}
