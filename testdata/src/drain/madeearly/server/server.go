// Package server keeps contexts for its stops.
package server

import (
	"context"
	"net/http"
	"time"
)

// Constructed has a time limit since it was made.
type Constructed struct {
	srv    *http.Server
	ctx    context.Context
	cancel context.CancelFunc
}

// NewConstructed makes one.
func NewConstructed(addr string, limit time.Duration) *Constructed {
	c := &Constructed{srv: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}}
	c.ctx, c.cancel = context.WithTimeout(context.Background(), limit)
	return c
}

// Serve serves.
func (c *Constructed) Serve() error { return c.srv.ListenAndServe() }

// Stop drains.
func (c *Constructed) Stop() error {
	defer c.cancel()
	return c.srv.Shutdown(c.ctx) // want `has already ended here`
}

// Option sets something.
type Option func(*Chosen)

// Chosen has a time limit since that was chosen.
type Chosen struct {
	srv    *http.Server
	ctx    context.Context
	cancel context.CancelFunc
}

// Limit sets the time limit.
func Limit(d time.Duration) Option {
	return func(c *Chosen) { c.ctx, c.cancel = context.WithTimeout(context.Background(), d) }
}

// NewChosen makes one.
func NewChosen(addr string, opts ...Option) *Chosen {
	c := &Chosen{srv: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}}
	for _, opt := range opts {
		opt(c)
	}
	return c
}

// Serve serves.
func (c *Chosen) Serve() error { return c.srv.ListenAndServe() }

// Stop drains.
func (c *Chosen) Stop() error {
	defer c.cancel()
	return c.srv.Shutdown(c.ctx) // want `has already ended here`
}

// Begun has a time limit since its stop was announced.
type Begun struct {
	srv    *http.Server
	ctx    context.Context
	cancel context.CancelFunc
}

// NewBegun makes one.
func NewBegun(addr string) *Begun {
	return &Begun{srv: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}}
}

// Serve serves.
func (b *Begun) Serve() error { return b.srv.ListenAndServe() }

// Announce begins the time in which it may stop.
func (b *Begun) Announce(limit time.Duration) {
	b.ctx, b.cancel = context.WithTimeout(context.Background(), limit)
}

// Stop drains.
func (b *Begun) Stop() error {
	defer b.cancel()
	return b.srv.Shutdown(b.ctx)
}
