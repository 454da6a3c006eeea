// Package server has servers that serve until they are told to end.
package server

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// Channel serves until a channel is closed.
type Channel struct {
	srv  *http.Server
	quit chan struct{}
	once sync.Once
	done chan struct{}
}

// NewChannel makes one.
func NewChannel(addr string) *Channel {
	return &Channel{srv: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}, quit: make(chan struct{}), done: make(chan struct{})}
}

// Run serves, and drains when Stop is called.
func (c *Channel) Run() error {
	defer close(c.done)
	failed := make(chan error, 1)
	go func() { failed <- c.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-c.quit:
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return c.srv.Shutdown(ctx)
}

// Stop has Run end, and waits for that.
func (c *Channel) Stop() {
	c.once.Do(func() { close(c.quit) })
	<-c.done
}

// Context serves until a context of its own ends.
type Context struct {
	srv    *http.Server
	ctx    context.Context
	cancel context.CancelFunc
}

// NewContext makes one.
func NewContext(addr string) *Context {
	ctx, cancel := context.WithCancel(context.Background())
	return &Context{srv: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}, ctx: ctx, cancel: cancel}
}

// Run serves, and drains when Stop is called.
func (c *Context) Run() error {
	failed := make(chan error, 1)
	go func() { failed <- c.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-c.ctx.Done():
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return c.srv.Shutdown(ctx)
}

// Stop has Run end.
func (c *Context) Stop() { c.cancel() }
