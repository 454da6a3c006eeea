// Package main has workers beside its server, which it waits for by their packages.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/workers/pool"
	"drain/workers/queue"
	"drain/workers/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch len(os.Args) {
	case 1:
		log.Print(beside(ctx))
	case 2:
		log.Print(stopped(ctx))
	case 3:
		log.Print(handed(ctx))
	case 4:
		log.Print(told(ctx))
	}
}

// beside waits for the workers, who know nothing of the server.
func beside(ctx context.Context) error {
	workers := queue.New()
	workers.Start(ctx)
	defer workers.Wait()
	return web.New(os.Getenv("ADDR")).Run(ctx) // want `returns as soon as its server is told to stop|returns as soon as .* and main ends without waiting`
}

// stopped stops them, with a limit.
func stopped(ctx context.Context) error {
	workers := queue.New()
	workers.Start(context.Background())
	defer workers.Stop(context.Background())
	return web.New(os.Getenv("ADDR")).Run(ctx) // want `returns as soon as its server is told to stop|returns as soon as .* and main ends without waiting`
}

// handed waits for tasks, one of which drains the server.
func handed(ctx context.Context) error {
	srv := web.New(os.Getenv("ADDR"))
	tasks := pool.New()
	tasks.Go(func() {
		<-ctx.Done()
		srv.Close()
	})
	defer tasks.Wait()
	return srv.Start()
}

// told tells the workers when the server is drained.
func told(ctx context.Context) error {
	srv := web.New(os.Getenv("ADDR"))
	working, done := context.WithCancel(context.Background())
	workers := queue.New()
	workers.Start(working)
	defer workers.Wait()
	go func() {
		defer done()
		<-ctx.Done()
		srv.Close()
	}()
	return srv.Start()
}
