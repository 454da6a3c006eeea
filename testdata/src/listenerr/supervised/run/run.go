// Package run runs services of which it knows only what they can do.
package run

import (
	"context"
	"log"
)

// Quiet is a service of whose failure nobody hears.
type Quiet interface {
	Start() error
	Stop(ctx context.Context) error
}

// Log runs s until ctx ends.
func Log(ctx context.Context, s Quiet) error {
	go func() {
		if err := s.Start(); err != nil {
			log.Print(err)
		}
	}()
	<-ctx.Done()
	return s.Stop(context.Background())
}

// Loud is one whose failure ends the rest.
type Loud interface {
	Start() error
	Stop(ctx context.Context) error
}

// Tell runs s until ctx ends.
func Tell(ctx context.Context, s Loud) error {
	failed := make(chan error, 1)
	go func() { failed <- s.Start() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return s.Stop(context.Background())
	}
}
