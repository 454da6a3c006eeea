// Package main stops servers to start them again: nobody kills these drains.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func stop(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

// again starts the next server when the last is stopped, until done.
func again(changed, done chan struct{}) {
	for {
		srv := &http.Server{Addr: os.Getenv("ADDR")}
		go srv.ListenAndServe()
		select {
		case <-changed:
			ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
			srv.Shutdown(ctx)
			cancel()
		case <-done:
			ctx, cancel := context.WithTimeout(context.Background(), 6*time.Minute)
			srv.Shutdown(ctx) // want `waits up to 6m0s`
			cancel()
			return
		}
	}
}

// hangup stops on SIGHUP, which asks for a reload.
func hangup(srv *http.Server) {
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	for range hup {
		ctx, cancel := context.WithTimeout(context.Background(), 7*time.Minute)
		srv.Shutdown(ctx)
		cancel()
	}
}

// which tells one signal from the other.
func which(srv *http.Server) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGHUP, syscall.SIGTERM)
	for sig := range c {
		switch sig {
		case syscall.SIGHUP:
			ctx, cancel := context.WithTimeout(context.Background(), 8*time.Minute)
			srv.Shutdown(ctx)
			cancel()
		case syscall.SIGTERM:
			ctx, cancel := context.WithTimeout(context.Background(), 9*time.Minute)
			srv.Shutdown(ctx) // want `waits up to 9m0s`
			cancel()
		}
	}
}

func main() {
	srv := &http.Server{Addr: os.Getenv("OTHER_ADDR")}
	go srv.ListenAndServe()
	go hangup(srv)
	go which(srv)
	again(make(chan struct{}), make(chan struct{}))
	stop(srv)
}
