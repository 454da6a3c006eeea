// Package main takes the stop of its servers for a failure, or does not.
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

func stop(srv *http.Server) error {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(limit)
}

func logged(ctx context.Context, srv *http.Server, failed func()) error {
	go func() {
		if err := srv.ListenAndServe(); err != nil { // want `returns an error when its server is stopped, too, and that is logged: a graceful stop looks like a failure`
			log.Print(err)
			failed()
		}
	}()
	<-ctx.Done()
	return stop(srv)
}

func told(ctx context.Context, srv *http.Server, failed func()) error {
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			if !errors.Is(err, http.ErrServerClosed) {
				log.Print(err)
			}
			failed()
		}
	}()
	<-ctx.Done()
	return stop(srv)
}

func grouped(ctx context.Context, srv *http.Server) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe) // want `and that is returned: a graceful stop looks like a failure`
	g.Go(func() error {
		<-ctx.Done()
		return stop(srv)
	})
	return g.Wait()
}

// checked tells it from others where the group has ended.
func checked(ctx context.Context, srv *http.Server) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return srv.ListenAndServe() })
	g.Go(func() error {
		<-ctx.Done()
		return stop(srv)
	})
	if err := g.Wait(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	if err := logged(ctx, &http.Server{Addr: os.Getenv("A")}, cancel); err != nil {
		log.Print(err)
	}
	if err := told(ctx, &http.Server{Addr: os.Getenv("B")}, cancel); err != nil {
		log.Print(err)
	}
	if err := checked(ctx, &http.Server{Addr: os.Getenv("C")}); err != nil {
		log.Fatal(err)
	}
	if err := grouped(ctx, &http.Server{Addr: os.Getenv("D")}); err != nil {
		log.Fatal(err)
	}
}
