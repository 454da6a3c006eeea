// Package main gives requests the context of the group that their servers run in.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	hasty(quit)
	guarded(quit)
	parted(quit)
	other(quit)
}

func hasty(quit chan os.Signal) {
	g, ctx := errgroup.WithContext(context.Background())
	srv := &http.Server{
		Addr:        os.Getenv("ADDR"),
		BaseContext: func(net.Listener) context.Context { return ctx }, // want `requests run in the context of the group that the server is started in \(main.go:\d+\), which ends as soon as Shutdown begins`
	}
	g.Go(func() error {
		log.Print("serving")
		return srv.ListenAndServe()
	})
	<-quit
	drain(srv)
	_ = g.Wait()
}

// guarded returns nothing when the server was stopped.
func guarded(quit chan os.Signal) {
	g, ctx := errgroup.WithContext(context.Background())
	srv := &http.Server{Addr: os.Getenv("ADDR"), BaseContext: func(net.Listener) context.Context { return ctx }}
	g.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	<-quit
	drain(srv)
	_ = g.Wait()
}

// parted lets requests outlive the group.
func parted(quit chan os.Signal) {
	g, ctx := errgroup.WithContext(context.Background())
	srv := &http.Server{Addr: os.Getenv("ADDR"), BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(ctx) }}
	g.Go(srv.ListenAndServe)
	<-quit
	drain(srv)
	_ = g.Wait()
}

// other has a group for its requests in which no server is.
func other(quit chan os.Signal) {
	g, _ := errgroup.WithContext(context.Background())
	_, ctx := errgroup.WithContext(context.Background())
	srv := &http.Server{Addr: os.Getenv("ADDR"), BaseContext: func(net.Listener) context.Context { return ctx }}
	g.Go(srv.ListenAndServe)
	<-quit
	drain(srv)
	_ = g.Wait()
}

func drain(srv *http.Server) {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
