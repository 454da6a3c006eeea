// Package main sets time limits of drains, and does something else before these; and asks
// contexts whether they have ended.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/sleptthrough/balancer"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	l, err := net.Listen("tcp", srv.Addr)
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		if err := srv.Serve(l); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	for ctx.Err() == nil {
		time.Sleep(time.Second)
	}
	for _, stop := range []func(context.Context, *http.Server) error{far, near, first, longer, polled, alive} {
		if err := stop(ctx, srv); err != nil {
			log.Print(err)
		}
	}
}

func far(_ context.Context, srv *http.Server) error {
	limit, cancel := context.WithTimeout(context.Background(), 4*time.Second)
	defer cancel()
	balancer.Leave()
	return srv.Shutdown(limit) // want `the context given to \(\*http.Server\).Shutdown has already ended here`
}

func near(_ context.Context, srv *http.Server) error {
	limit, cancel := context.WithTimeout(context.Background(), 4*time.Second)
	defer cancel()
	<-time.After(4 * time.Second)
	return srv.Shutdown(limit) // want `has already ended here`
}

func first(_ context.Context, srv *http.Server) error {
	balancer.Leave()
	limit, cancel := context.WithTimeout(context.Background(), 4*time.Second)
	defer cancel()
	return srv.Shutdown(limit)
}

func longer(_ context.Context, srv *http.Server) error {
	limit, cancel := context.WithTimeout(context.Background(), 9*time.Second)
	defer cancel()
	balancer.Leave()
	balancer.Maybe(true)
	return srv.Shutdown(limit)
}

func polled(ctx context.Context, srv *http.Server) error {
	for ctx.Err() == nil {
		time.Sleep(time.Second)
	}
	limit, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	return srv.Shutdown(limit) // want `has already ended here`
}

func alive(ctx context.Context, srv *http.Server) error {
	if ctx.Err() != nil {
		ctx = context.WithoutCancel(ctx)
	}
	limit, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	return srv.Shutdown(limit)
}
