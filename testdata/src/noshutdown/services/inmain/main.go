// Package main runs services itself, which nobody tells to stop.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/services/api"
)

type service interface {
	Run(ctx context.Context) error
}

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	for _, s := range []service{api.NewWaits(os.Getenv("ADDR"))} { // want `its Shutdown waits for a context that never ends`
		go func() {
			if err := s.Run(context.Background()); err != nil {
				log.Fatal(err)
			}
		}()
	}
	<-signals
}
