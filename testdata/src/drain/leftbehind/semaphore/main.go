// Package main waits for its drain by a semaphore.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/semaphore"

	"drain/leftbehind/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	busy := semaphore.NewWeighted(1)
	if err := busy.Acquire(ctx, 1); err != nil {
		log.Fatal(err)
	}
	s := web.New(os.Getenv("A"))
	go func() {
		defer busy.Release(1)
		if err := s.Run(ctx); err != nil {
			log.Print(err)
		}
	}()
	_ = busy.Acquire(context.Background(), 1)
}
