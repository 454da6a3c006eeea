// Package main has a member of the group fail at the signal, which ends the others.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	if err := run(context.Background(), make(chan struct{})); err != nil {
		log.Print(err)
	}
}

func run(ctx context.Context, quit chan struct{}) error {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: http.FileServer(http.Dir("."))}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe)
	g.Go(func() error {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return srv.Shutdown(limit)
	})
	g.Go(func() error {
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt, syscall.SIGTERM)
		select {
		case s := <-c:
			return fmt.Errorf("signal %v", s)
		case <-quit:
			return fmt.Errorf("asked to")
		case <-ctx.Done():
			return nil
		}
	})
	return g.Wait()
}
