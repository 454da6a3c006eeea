// Command waits runs what functions make for it, as makers does, and each drain is waited for.
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

	"golang.org/x/sync/errgroup"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	drained := make(chan struct{})
	var wg sync.WaitGroup
	g, ctx := errgroup.WithContext(ctx)
	g.Go(inside(ctx, os.Getenv("INSIDE_ADDR")))
	g.Go(member(ctx, g, os.Getenv("MEMBER_ADDR")))
	g.Go(telling(ctx, drained, os.Getenv("TELLING_ADDR")))
	wg.Add(1)
	g.Go(counted(ctx, &wg, os.Getenv("COUNTED_ADDR")))
	serve, wait := both(ctx, os.Getenv("BOTH_ADDR"))
	g.Go(serve)
	g.Go(either(ctx, os.Getenv("EITHER_ADDR")))
	if err := g.Wait(); err != nil {
		log.Fatal(err)
	}
	<-drained
	wg.Wait()
	wait()
}

// inside waits before the function that it makes returns.
func inside(ctx context.Context, addr string) func() error {
	return func() error {
		srv := &http.Server{Addr: addr, Handler: orders()}
		over := make(chan struct{})
		go func() {
			defer close(over)
			<-ctx.Done()
			_ = srv.Shutdown(context.Background())
		}()
		err := served(srv.ListenAndServe())
		if err == nil {
			<-over
		}
		return err
	}
}

// member drains in the group that main waits for.
func member(ctx context.Context, g *errgroup.Group, addr string) func() error {
	return func() error {
		srv := &http.Server{Addr: addr, Handler: orders()}
		g.Go(func() error {
			<-ctx.Done()
			return srv.Shutdown(context.Background())
		})
		return served(srv.ListenAndServe())
	}
}

// telling closes the channel that it was given.
func telling(ctx context.Context, drained chan<- struct{}, addr string) func() error {
	return func() error {
		srv := &http.Server{Addr: addr, Handler: orders()}
		go func() {
			defer close(drained)
			<-ctx.Done()
			_ = srv.Shutdown(context.Background())
		}()
		return served(srv.ListenAndServe())
	}
}

// counted is counted where it was made.
func counted(ctx context.Context, wg *sync.WaitGroup, addr string) func() error {
	return func() error {
		srv := &http.Server{Addr: addr, Handler: orders()}
		go func() {
			defer wg.Done()
			<-ctx.Done()
			_ = srv.Shutdown(context.Background())
		}()
		return served(srv.ListenAndServe())
	}
}

// both makes what serves, and what waits until that has drained.
func both(ctx context.Context, addr string) (serve func() error, wait func()) {
	over := make(chan struct{})
	return func() error {
		srv := &http.Server{Addr: addr, Handler: orders()}
		go func() {
			defer close(over)
			<-ctx.Done()
			_ = srv.Shutdown(context.Background())
		}()
		return served(srv.ListenAndServe())
	}, func() { <-over }
}

// either makes one of two: who calls which, and what it tells, is not looked at.
func either(ctx context.Context, addr string) func() error {
	over := make(chan struct{})
	if os.Getenv("PLAIN") == "" {
		return func() error { <-over; return nil }
	}
	return func() error {
		srv := &http.Server{Addr: addr, Handler: orders()}
		go func() {
			defer close(over)
			<-ctx.Done()
			_ = srv.Shutdown(context.Background())
		}()
		return served(srv.ListenAndServe())
	}
}

func served(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

func orders() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return mux
}
