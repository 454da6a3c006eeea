// Package main runs services itself, and waits for all of them.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"drain/runservices/api"
)

type service interface {
	Run(ctx context.Context) error
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	services := []service{
		api.NewWaits(os.Getenv("WAITS")),
		api.NewHasty(os.Getenv("HASTY")), // want `\(\*api.Hasty\).Run returns as soon as its server is told to stop, and main ends without waiting for the drain`
	}
	var running sync.WaitGroup
	for _, s := range services {
		running.Add(1)
		go func() {
			defer running.Done()
			if err := s.Run(ctx); err != nil {
				log.Print(err)
				stop()
			}
		}()
	}
	running.Wait()
}
