// Package main waits for a group whose members end when the drain begins.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	g, failed := errgroup.WithContext(ctx)
	go drain(failed, srv)
	g.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `returns as soon as \(\*http.Server\).Shutdown begins at main.go:\d+, and main ends without waiting`
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-failed.Done()
		return nil
	})
	if err := g.Wait(); err != nil {
		log.Print(err)
	}
}

func drain(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
