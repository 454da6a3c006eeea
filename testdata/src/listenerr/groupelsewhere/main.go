// Package main has servers in groups without a context, beside functions of other packages
// that stay, or not.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"

	"listenerr/groupelsewhere/web"
	"listenerr/groupelsewhere/work"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	loop(ctx)
	received(ctx)
	waits(ctx)
	short(ctx)
	tries(ctx)
	sends(ctx)
	shared(ctx)
}

func loop(ctx context.Context) {
	g := errgroup.Group{}
	g.Go(func() error {
		log.Print("starting")
		return web.New("LOOP").ListenAndServe(ctx) // want `ends nothing: its group, g, has no context that ends the others`
	})
	g.Go(func() error { return work.Loop(ctx) })
	fail(g.Wait())
}

func received(ctx context.Context) {
	var g errgroup.Group
	g.Go(func() error { return web.New("RECEIVED").ListenAndServe(ctx) }) // want `ends nothing: its group, g, has no context that ends the others`
	g.Go(func() error { return work.Received(make(chan int)) })
	fail(g.Wait())
}

func waits(ctx context.Context) {
	var g errgroup.Group
	g.Go(func() error { return web.New("WAITS").ListenAndServe(ctx) }) // want `ends nothing: its group, g, has no context that ends the others`
	g.Go(func() error { return work.New().Run(ctx) })
	fail(g.Wait())
}

// What stands beside the server is soon over.
func short(ctx context.Context) {
	var g errgroup.Group
	g.Go(func() error { return web.New("SHORT").ListenAndServe(ctx) })
	g.Go(func() error { return work.Once(ctx) })
	fail(g.Wait())
}

func tries(ctx context.Context) {
	var g errgroup.Group
	g.Go(func() error { return web.New("TRIES").ListenAndServe(ctx) })
	g.Go(func() error { return work.Tries(ctx) })
	fail(g.Wait())
}

func sends(ctx context.Context) {
	var g errgroup.Group
	g.Go(func() error { return web.New("SENDS").ListenAndServe(ctx) })
	g.Go(func() error { return work.Send(ctx, make(chan int), 1) })
	fail(g.Wait())
}

func shared(ctx context.Context) {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return web.New("SHARED").ListenAndServe(ctx) })
	g.Go(func() error { return work.Loop(ctx) })
	fail(g.Wait())
}

func fail(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
