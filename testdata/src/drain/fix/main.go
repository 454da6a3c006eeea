// Package main has stops that can be mended by an edit, and others.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

const long = time.Minute

var srv, other = &http.Server{Addr: os.Getenv("ADDR")}, &http.Server{Addr: os.Getenv("OTHER_ADDR")}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() { log.Fatal(srv.ListenAndServe()) }() // want `so this ends the process`
	go serve()
	go func() {
		err := other.ListenAndServe()
		if err != nil {
			log.Fatal(err) // want `so this ends the process`
		}
	}()
	<-ctx.Done()
	log.Print("stopping") // what is left
	// First the one, then the other.
	log.Print(srv.Shutdown(ctx))                // want `has already ended here`
	if err := other.Shutdown(ctx); err != nil { // want `has already ended here`
		log.Print(err)
	}
}

func serve() {
	if err := srv.ListenAndServe(); err != nil {
		log.Panicln("server:", err) // want `so this ends the process`
	}
}

// The time is right when the context is no longer wrong.
func both(ctx context.Context) error {
	<-ctx.Done()
	limit, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	return srv.Shutdown(limit) // want `has already ended here`
}

func looping(ctx context.Context) {
	for {
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
			_ = srv.Shutdown(ctx) // want `has already ended here`
			return
		}
	}
}

// From here on there is no fix.

func started() { go commented() }

func commented() {
	log.Panicln( // want `so this ends the process`
		"server:", /* of users */
		srv.ListenAndServe(),
	)
}

func each(ctx context.Context, servers []*http.Server) {
	<-ctx.Done()
	for _, s := range servers {
		_ = s.Shutdown(ctx) // want `has already ended here`
	}
}

func deferred(ctx context.Context) {
	<-ctx.Done()
	defer srv.Shutdown(ctx) // want `has already ended here`
}

func otherwise(ctx context.Context, quiet bool) {
	<-ctx.Done()
	if quiet {
		log.SetOutput(nil)
	} else if err := srv.Shutdown(ctx); err != nil { // want `has already ended here`
		log.Print(err)
	}
}

func named() {
	ctx, cancel := context.WithTimeout(context.Background(), long)
	defer cancel()
	_ = srv.Shutdown(ctx) // want `waits up to 1m0s`
}

func namedAndEnded(ctx context.Context) {
	<-ctx.Done()
	ctx, cancel := context.WithTimeout(ctx, long)
	defer cancel()
	_ = srv.Shutdown(ctx) // want `has already ended here`
}

func variable() {
	limit := 45 * time.Second
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	_ = srv.Shutdown(ctx) // want `waits up to 45s`
}

// What comes after the start would run when the server is stopped.
func after() {
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Fatal(err) // want `so this ends the process`
		}
		log.Print("one")
		os.Exit(1)
	}()
}
