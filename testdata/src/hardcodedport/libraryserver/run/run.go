// Package run runs whatever can be served and stopped.
package run

import (
	"context"
	"log"
	"time"
)

// Server is what it runs.
type Server interface {
	ListenAndServe() error
	Shutdown(ctx context.Context) error
}

// Until drains s with the context whose end it has waited for.
func Until(ctx context.Context, s Server) {
	go func() {
		if err := s.ListenAndServe(); err != nil {
			log.Print(err)
		}
	}()
	<-ctx.Done()
	if err := s.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

// Gentle gives it time.
type Gentle interface {
	ListenAndServe() error
	Shutdown(ctx context.Context) error
}

// Runner runs one.
type Runner struct{ s Gentle }

// New makes a runner of s.
func New(s Gentle) *Runner { return &Runner{s} }

// Until drains the server when ctx has ended.
func (r *Runner) Until(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- r.s.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return r.s.Shutdown(limit)
}
