// Package both runs two servers.
package both

import (
	"context"
	"os"

	"golang.org/x/sync/errgroup"

	"drain/leftby/web"
)

// Run waits for one of them.
func Run(ctx context.Context) error {
	go web.Run(ctx, os.Getenv("ONE"))
	return web.Run(ctx, os.Getenv("TWO"))
}

// Group waits for both.
func Group(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return web.Run(ctx, os.Getenv("THREE")) })
	g.Go(func() error { return web.Run(ctx, os.Getenv("FOUR")) })
	return g.Wait()
}
