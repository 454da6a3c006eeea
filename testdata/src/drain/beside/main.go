// Package main says what fails and what has ended on one channel, and starts
// goroutines in goroutines.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

// told hears of failures only, and of the end of the drain.
func told(ctx context.Context, srv *http.Server) error {
	errs := make(chan error, 2)
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			errs <- err
		}
	}()
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		errs <- srv.Shutdown(limit)
	}()
	return <-errs
}

// early hears of it before the drain.
func early(ctx context.Context, srv *http.Server) error {
	errs := make(chan error, 2)
	go func() {
		err := srv.ListenAndServe() // want `returns as soon as`
		if err == http.ErrServerClosed {
			return
		}
		errs <- err
	}()
	go func() {
		<-ctx.Done()
		errs <- nil
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	}()
	return <-errs
}

// member leaves the drain to a goroutine that its group does not count.
func member(ctx context.Context, srv *http.Server) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		go func() {
			<-ctx.Done()
			limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
			defer cancel()
			_ = srv.Shutdown(limit)
		}()
		if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want `returns as soon as`
			return err
		}
		return nil
	})
	return g.Wait()
}

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	if err := told(ctx, &http.Server{Addr: os.Getenv("A")}); err != nil {
		log.Fatal(err)
	}
	var err error
	switch len(os.Args) {
	case 1:
		err = member(ctx, &http.Server{Addr: os.Getenv("C")})
	default:
		err = early(ctx, &http.Server{Addr: os.Getenv("D")})
	}
	log.Print(err)
}
