// Package main runs services itself, and waits for none.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
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
		api.NewWaits(os.Getenv("WAITS")), // want `main ends without waiting for \(\*api.Waits\).Run, which is called in a goroutine \(at main.go:\d+\) and drains its server there`
	}
	for _, s := range services {
		go func() {
			if err := s.Run(ctx); err != nil {
				log.Print(err)
				stop()
			}
		}()
	}
	<-ctx.Done()
	os.Exit(0)
}
