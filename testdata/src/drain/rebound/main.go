// Package main keeps contexts that it has derived from its parameters, under their name.
package main

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type endpoint struct {
	ctx    context.Context
	cancel context.CancelFunc
	srv    *http.Server
}

func newEndpoint(ctx context.Context, srv *http.Server) *endpoint {
	ctx, cancel := context.WithCancel(ctx)
	return &endpoint{ctx: ctx, cancel: cancel, srv: srv}
}

func (e *endpoint) serve() error {
	ctx := e.ctx
	e.srv.BaseContext = func(net.Listener) context.Context { return ctx } // want `requests run in a context that has ended when the stop at main.go:\d+ begins`
	return e.srv.ListenAndServe()
}

func (e *endpoint) close() error {
	e.cancel()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return e.srv.Shutdown(limit)
}

type patient struct {
	ctx    context.Context
	cancel context.CancelFunc
	srv    *http.Server
}

func newPatient(ctx context.Context, srv *http.Server) *patient {
	ctx, cancel := context.WithCancel(ctx)
	return &patient{ctx: ctx, cancel: cancel, srv: srv}
}

func (p *patient) serve() error {
	ctx := p.ctx
	p.srv.BaseContext = func(net.Listener) context.Context { return ctx }
	return p.srv.ListenAndServe()
}

func (p *patient) close() error {
	defer p.cancel()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return p.srv.Shutdown(limit)
}

// another hands requests a context that it had before: the one that is cancelled is
// derived later, or on some ways only.
type another struct {
	ctx    context.Context
	cancel context.CancelFunc
	srv    *http.Server
}

func newAnother(ctx context.Context, srv *http.Server) *another {
	a := &another{ctx: ctx, srv: srv}
	ctx, a.cancel = context.WithCancel(ctx)
	go watch(ctx)
	return a
}

func (a *another) serve() error {
	a.srv.BaseContext = func(net.Listener) context.Context { return a.ctx }
	return a.srv.ListenAndServe()
}

func (a *another) close() error {
	a.cancel()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return a.srv.Shutdown(limit)
}

func watch(ctx context.Context) { <-ctx.Done() }

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	e := newEndpoint(context.Background(), &http.Server{Addr: os.Getenv("ONE")})
	p := newPatient(context.Background(), &http.Server{Addr: os.Getenv("TWO")})
	a := newAnother(context.Background(), &http.Server{Addr: os.Getenv("THREE")})
	go e.serve()
	go p.serve()
	go a.serve()
	<-c
	e.close()
	p.close()
	a.close()
}
