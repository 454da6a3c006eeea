// Package app runs services in a group of which nobody hears that one has failed.
package app

import (
	"context"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

type Service interface {
	Start() error
	Stop(context.Context) error
}

func Run(services ...Service) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	var g errgroup.Group
	for _, s := range services {
		g.Go(s.Start)
		g.Go(func() error {
			<-ctx.Done()
			drain, cancel := context.WithTimeout(context.Background(), 10*time.Second)
			defer cancel()
			return s.Stop(drain)
		})
	}
	return g.Wait()
}
