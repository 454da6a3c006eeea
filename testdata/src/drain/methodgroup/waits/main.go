// Command waits is methodgroup with a method that returns when all is answered.
package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"

	"drain/methodgroup/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(web.New(ctx).RunWhole)
	if err := g.Wait(); err != nil {
		log.Fatal(err)
	}
}
