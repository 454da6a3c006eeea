// Package among runs services in a group that goes on without one of them, if there is
// another; a signal stops them from elsewhere.
package among

import (
	"context"
	"log"
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
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		for _, s := range services {
			if err := s.Stop(drain); err != nil {
				log.Print(err)
			}
		}
	}()
	var g errgroup.Group
	for _, s := range services {
		g.Go(func() error { return s.Start() })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	<-drained
	return nil
}
