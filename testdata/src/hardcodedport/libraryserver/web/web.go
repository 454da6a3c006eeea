// Package web knows its server as an interface, which tests replace.
package web

import (
	"context"
	"log"
	"net/http"
	"time"
)

type server interface {
	ListenAndServe() error
	Shutdown(ctx context.Context) error
}

// Served is a server that can be started and closed.
type Served struct{ server server }

// NewServed is for others, too: what they give is not known here.
func NewServed(s server) (*Served, error) { return &Served{s}, nil }

// Start serves.
func (s *Served) Start() {
	if err := s.server.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
}

// Close drains.
func (s *Served) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return s.server.Shutdown(ctx)
}

// Web has one.
type Web struct{ served *Served }

// Start starts it.
func (w *Web) Start(addr string) (err error) {
	if w.served, err = NewServed(&http.Server{Addr: addr}); err != nil {
		return err
	}
	go w.served.Start()
	return nil
}

// Close closes it.
func (w *Web) Close() error { return w.served.Close() }
