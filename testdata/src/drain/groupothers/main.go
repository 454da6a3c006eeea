// Package main runs a server and other work of other packages in a group.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"

	"drain/groupothers/jobs"
	"drain/groupothers/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return jobs.Run(ctx) })
	if len(os.Args) > 1 {
		group.Go(func() error { return web.Stay(ctx, os.Getenv("STAY")) })
	} else {
		group.Go(func() error { return web.Leave(ctx, os.Getenv("LEAVE")) }) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
	}
	log.Print(group.Wait())
}
