// Package runner runs services for ever.
package runner

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// Service runs until a context ends.
type Service interface {
	Run(ctx context.Context) error
}

// Run does not hand on ctx.
func Run(ctx context.Context, services ...Service) error {
	g, _ := errgroup.WithContext(ctx)
	for _, s := range services {
		g.Go(func() error { return s.Run(context.Background()) })
	}
	return g.Wait()
}
