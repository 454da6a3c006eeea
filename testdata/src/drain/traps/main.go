// Package main does what only looks like a mistake.
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
)

func main() {
	secondSignal()
	signalTwice()
	tlsOrPlain(os.Getenv("CERT"))
	otherServer()
	parents()
	never()
	sameContextBefore(context.Background())
}

// secondSignal ends the process when somebody is impatient.
func secondSignal() {
	srv := &http.Server{Addr: os.Getenv("A")}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	quit := make(chan os.Signal, 2)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	go func() {
		<-quit
		os.Exit(1)
	}()
	_ = srv.Shutdown(context.Background())
}

// signalTwice stops listening for signals, so that the second one kills.
func signalTwice() {
	srv := &http.Server{Addr: os.Getenv("A")}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	<-ctx.Done()
	stop()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
	ctx, cancel = context.WithTimeout(context.Background(), 40*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx) // want `waits up to 40s`
}

func tlsOrPlain(cert string) {
	srv := &http.Server{Addr: os.Getenv("A")}
	go func() {
		var err error
		if cert != "" {
			err = srv.ListenAndServeTLS(cert, cert)
		} else {
			err = srv.ListenAndServe()
		}
		if err != nil && err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	bad := &http.Server{Addr: os.Getenv("B")}
	go func() {
		if cert != "" {
			log.Fatal(bad.ListenAndServeTLS(cert, cert)) // want `\(\*http.Server\).ListenAndServeTLS returns as soon as`
		} else {
			log.Fatal(bad.ListenAndServe()) // want `\(\*http.Server\).ListenAndServe returns as soon as`
		}
	}()
	wait()
	_ = srv.Shutdown(context.Background())
	_ = bad.Shutdown(context.Background())
}

func wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}

// otherServer ends the process when a server fails that nobody stops.
func otherServer() {
	srv := &http.Server{Addr: os.Getenv("A")}
	metrics := &http.Server{Addr: os.Getenv("B")}
	go func() { log.Fatal(metrics.ListenAndServe()) }()
	go func() { log.Fatal(http.ListenAndServe(os.Getenv("C"), nil)) }()
	go func() { log.Print(srv.ListenAndServe()) }()
	wait()
	_ = srv.Shutdown(context.Background())
}

// parents stops with a context that the awaited one is derived from, and with
// one of its brothers, whose time is over by then.
func parents() {
	srv := &http.Server{Addr: os.Getenv("A")}
	go func() { log.Print(srv.ListenAndServe()) }()
	base := context.Background()
	brother, cancel := context.WithTimeout(base, 10*time.Second)
	defer cancel()
	ctx, stop := signal.NotifyContext(base, os.Interrupt, syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	_ = srv.Shutdown(base)
	_ = srv.Shutdown(brother) // want `the context given to \(\*http.Server\).Shutdown has already ended here`
	_ = srv.Shutdown(context.WithoutCancel(ctx))
	_ = srv.Shutdown(context.WithValue(ctx, key{}, 1)) // want `has already ended here`
}

type key struct{}

// never stops a server that was not started, and another that has ended.
func never() {
	srv := &http.Server{Addr: os.Getenv("A")}
	if err := srv.ListenAndServe(); err != nil {
		_ = srv.Shutdown(context.Background())
		log.Fatal(err)
	}
}

// sameContextBefore may stop with a context that has not ended.
func sameContextBefore(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("A")}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case <-failed:
	case <-ctx.Done():
	}
	_ = srv.Shutdown(ctx)
	if ctx.Err() == nil {
		_ = srv.Shutdown(ctx)
	}
	for range 2 {
		_ = srv.Shutdown(ctx)
		<-ctx.Done()
	}
}
