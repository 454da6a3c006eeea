// Package runner runs services of which it knows no more than that they run.
package runner

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

// Service runs until a context ends.
type Service interface {
	Run(ctx context.Context) error
}

type named struct {
	name string
	Service
}

// Named has the errors of a service tell which it was.
func Named(name string, s Service) Service { return named{name, s} }

func (n named) Run(ctx context.Context) error {
	if err := n.Service.Run(ctx); err != nil {
		return fmt.Errorf("%s: %w", n.name, err)
	}
	return nil
}

// Run waits for all of them.
func Run(ctx context.Context, services ...Service) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, s := range services {
		g.Go(func() error { return s.Run(ctx) })
	}
	return g.Wait()
}

// Worker is a service that is not waited for.
type Worker interface {
	Run(ctx context.Context) error
}

// Hasty waits for the context, and for none of them.
func Hasty(ctx context.Context, workers ...Worker) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, w := range workers {
		g.Go(func() error { return w.Run(ctx) })
	}
	<-ctx.Done()
	return context.Cause(ctx)
}
