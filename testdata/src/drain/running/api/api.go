// Package api serves.
package api

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"
)

// Server drains when its context ends.
type Server struct {
	http *http.Server
}

// New returns one that listens on addr.
func New(addr string) *Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders", func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte("none")) })
	return &Server{http: &http.Server{Addr: addr, Handler: mux}}
}

// Run gives its parameter another meaning once it has waited for it.
func (s *Server) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- s.http.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := s.http.Shutdown(ctx); err != nil {
		return err
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Tied is a server whose requests end with the context.
type Tied struct{ Server }

// NewTied returns one.
func NewTied(addr string) *Tied { return &Tied{*New(addr)} }

// Run gives the requests the context that ends before they are drained.
func (t *Tied) Run(ctx context.Context) error {
	requests := ctx
	t.http.BaseContext = func(net.Listener) context.Context { return requests }
	return t.Server.Run(ctx)
}

// Soon is a server that returns when its drain begins.
type Soon struct{ srv *http.Server }

// NewSoon returns one.
func NewSoon(addr string) *Soon { return &Soon{&http.Server{Addr: addr}} }

// Run does not wait for what AfterFunc has called.
func (s *Soon) Run(ctx context.Context) error {
	context.AfterFunc(ctx, func() {
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_ = s.srv.Shutdown(limit)
	})
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
