// Package parts has servers as packages of programs keep them.
package parts

import (
	"context"
	"net/http"
	"time"

	"example.com/drainrun/internal/slow"
)

// Told serves until a method says that it is to end.
type Told struct {
	srv  *http.Server
	quit chan struct{}
}

// NewTold makes one.
func NewTold(addr string) *Told {
	return &Told{srv: &http.Server{Addr: addr, Handler: slow.Handler()}, quit: make(chan struct{})}
}

// Run serves, and drains.
func (t *Told) Run() error {
	failed := make(chan error, 1)
	go func() { failed <- t.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-t.quit:
		err := t.srv.Shutdown(context.Background())
		return err
	}
}

// Stop has Run end.
func (t *Told) Stop() { close(t.quit) }

// Deadline has a time limit for its drain since that was chosen.
type Deadline struct {
	srv   *http.Server
	limit time.Duration
	ctx   context.Context
}

// Option sets something.
type Option func(*Deadline)

// Early has the time run at once.
func Early(d time.Duration) Option {
	return func(s *Deadline) { s.ctx, _ = context.WithTimeout(context.Background(), d) }
}

// NewDeadline makes one.
func NewDeadline(addr string, opts ...Option) *Deadline {
	s := &Deadline{srv: &http.Server{Addr: addr, Handler: slow.Handler()}, limit: 5 * time.Second}
	for _, opt := range opts {
		opt(s)
	}
	return s
}

// Serve serves.
func (s *Deadline) Serve() error { return s.srv.ListenAndServe() }

// StopEarly drains with the time that is left.
func (s *Deadline) StopEarly() error {
	return s.srv.Shutdown(s.ctx) // want `has already ended here`
}

// Stop drains.
func (s *Deadline) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), s.limit)
	defer cancel()
	return s.srv.Shutdown(ctx)
}
