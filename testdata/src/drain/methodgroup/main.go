// Command methodgroup waits for a group that is given the method of another package which starts
// a server, and leaves its drain to a goroutine.
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
	g.Go(web.New(ctx).Run) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
	if err := g.Wait(); err != nil {
		log.Fatal(err)
	}
}
