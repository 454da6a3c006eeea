// Package main runs the servers of another package in groups.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"

	"listenerr/group/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var deaf errgroup.Group
	deaf.Go(func() error { return web.Run(ctx, os.Getenv("A")) }) // want `ends nothing: its group, deaf, has no context`
	deaf.Go(func() error { return web.Run(ctx, os.Getenv("B")) })
	heard, gctx := errgroup.WithContext(ctx)
	heard.Go(func() error { return web.Run(gctx, os.Getenv("C")) })
	heard.Go(func() error { return web.Run(gctx, os.Getenv("D")) })
	if err := heard.Wait(); err != nil {
		log.Fatal(err)
	}
	if err := deaf.Wait(); err != nil {
		log.Fatal(err)
	}
}
