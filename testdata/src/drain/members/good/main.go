// Package main waits for a group one of whose members waits for the drain.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	counted(ctx)
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	drained := make(chan struct{})
	g, failed := errgroup.WithContext(ctx)
	go drain(failed, srv, drained)
	g.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-drained
		return nil
	})
	if err := g.Wait(); err != nil {
		log.Print(err)
	}
}

// counted waits for a goroutine that waits for the drain.
func counted(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("OTHER_ADDR")}
	drained := make(chan struct{})
	go drain(ctx, srv, drained)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-drained
		log.Print("drained")
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	wg.Wait()
}

func drain(ctx context.Context, srv *http.Server, drained chan struct{}) {
	defer close(drained)
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
