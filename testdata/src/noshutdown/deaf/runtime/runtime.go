// Package runtime runs all parts in one group.
package runtime

import (
	"context"
	"os"

	"golang.org/x/sync/errgroup"

	"noshutdown/deaf/parts"
)

// Run ends when ctx does, or a part fails.
func Run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return parts.Watch(ctx) })
	g.Go(func() error { return parts.Serve(ctx, os.Getenv("LISTEN_ADDR")) })
	return g.Wait()
}
