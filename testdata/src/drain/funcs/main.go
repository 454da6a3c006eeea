// Package main hands starts and stops on as values.
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
	methodValues(context.Background())
	group(context.Background())
	groupRight(context.Background())
	closures(signalled())
	log.Print(expression(context.Background()))
	afterFunc(context.Background())
	onShutdown(signalled())
}

func signalled() context.Context {
	ctx, _ := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	return ctx
}

func methodValues(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("A")}
	start, stop := srv.ListenAndServe, srv.Shutdown
	go func() { log.Fatal(start()) }() // should fire: a method value is not followed
	<-ctx.Done()
	log.Print(stop(ctx)) // should fire
	run(srv.ListenAndServe)
}

func run(f func() error) {
	if err := f(); err != nil {
		log.Fatal(err)
	}
}

func expression(ctx context.Context) error {
	srv := &http.Server{Addr: os.Getenv("A")}
	go func() { log.Print(srv.ListenAndServe()) }()
	<-ctx.Done()
	return (*http.Server).Shutdown(srv, ctx) // want `has already ended here`
}

func group(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("A")}
	g, gctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe)
	g.Go(func() error {
		<-gctx.Done()
		return srv.Shutdown(gctx) // want `has already ended here`
	})
	if err := g.Wait(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Print(err, srv.Shutdown(gctx)) // want `has already ended here`
	}
}

func groupRight(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("A")}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(ctx)
	})
	if err := g.Wait(); err != nil {
		log.Fatal(err)
	}
}

func closures(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("A")}
	serve := func() {
		if err := srv.ListenAndServe(); err != nil {
			panic(err) // want `so this ends the process`
		}
	}
	stop := func() error { return srv.Shutdown(ctx) } // should fire: the literal runs later
	go serve()
	<-ctx.Done()
	log.Print(stop())
	func() {
		log.Print(srv.Shutdown(ctx)) // want `has already ended here`
	}()
}

func afterFunc(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("A")}
	go func() { log.Print(srv.ListenAndServe()) }()
	context.AfterFunc(ctx, func() {
		log.Print(srv.Shutdown(ctx)) // want `has already ended here`
	})
	context.AfterFunc(ctx, func() {
		log.Print(srv.Shutdown(context.Background()))
	})
}

// onShutdown waits in a goroutine for a context that it shadows afterwards. It
// is the last thing that main does.
func onShutdown(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("A")}
	go func() {
		<-ctx.Done()
		ctx := context.Background()
		log.Print(srv.Shutdown(ctx))
	}()
	log.Print(srv.ListenAndServe()) // want `main ends without waiting for it`
}
