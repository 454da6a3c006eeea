// Package main serves shells, whose start returns as soon as they are told to stop.
package main

import (
	"context"
	"errors"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/charmbracelet/ssh"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch len(os.Args) {
	case 1:
		fatal(ctx)
	case 2:
		guarded(ctx)
	case 3:
		ended(ctx)
	}
}

// fatal ends the process as soon as the drain begins.
func fatal(ctx context.Context) {
	srv := &ssh.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Fatal(err) // want `returns as soon as .* so this ends the process`
		}
	}()
	<-ctx.Done()
	shut(srv)
}

// guarded tells the stop from a failure.
func guarded(ctx context.Context) {
	srv := &ssh.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != nil && !errors.Is(err, ssh.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	shut(srv)
}

// ended drains with a context that has ended.
func ended(ctx context.Context) {
	srv := &ssh.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != ssh.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	_ = srv.Shutdown(ctx) // want `has already ended here`
}

func shut(srv *ssh.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}
