// Command waits has interrupts that close a server when it is drained, or when it has failed.
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

	"github.com/oklog/run"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	for _, serve := range []func(context.Context, *http.Server, *run.Group){interrupted, failed, told, signalled} {
		var g run.Group
		serve(ctx, &http.Server{Addr: os.Getenv("ADDR"), Handler: http.FileServer(http.Dir("."))}, &g)
		if err := g.Run(); err != nil {
			log.Fatal(err)
		}
	}
}

// interrupted drains before it closes, in the same interrupt.
func interrupted(ctx context.Context, srv *http.Server, g *run.Group) {
	g.Add(func() error { return served(srv.ListenAndServe()) }, func(error) {
		drain(srv)
		srv.Close()
	})
	g.Add(func() error {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return srv.Shutdown(limit)
	}, func(error) {})
}

// failed closes what has failed.
func failed(ctx context.Context, srv *http.Server, g *run.Group) {
	g.Add(func() error { return served(srv.ListenAndServe()) }, func(err error) {
		if err != nil {
			srv.Close()
		}
	})
	g.Add(func() error {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return srv.Shutdown(limit)
	}, func(error) {})
}

// told returns when the drain is over.
func told(ctx context.Context, srv *http.Server, g *run.Group) {
	drained := make(chan struct{})
	g.Add(func() error {
		err := served(srv.ListenAndServe())
		<-drained
		return err
	}, func(error) {
		srv.Close()
	})
	g.Add(func() error {
		defer close(drained)
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return srv.Shutdown(limit)
	}, func(error) {})
}

// signalled has nothing drained but what has been interrupted.
func signalled(ctx context.Context, srv *http.Server, g *run.Group) {
	g.Add(func() error { return served(srv.ListenAndServe()) }, func(error) {
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		if err := srv.Shutdown(limit); err != nil {
			srv.Close()
		}
	})
	g.Add(func() error { <-ctx.Done(); return nil }, func(error) {})
}

func drain(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

func served(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
