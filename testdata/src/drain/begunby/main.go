// Package main has others drain its servers, by function values and in goroutines.
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

	"drain/begunby/closed"
	"drain/begunby/fails"
	"drain/begunby/life"
	"drain/begunby/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch s := fails.New(os.Getenv("ADDR")); len(os.Args) {
	case 1:
		bound(ctx)
	case 2:
		waited(ctx)
	case 3:
		watched(ctx)
	case 4:
		log.Print(web.New(os.Getenv("WEB_ADDR")).Run(ctx)) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
	case 5:
		if err := s.Hasty(ctx); err != nil {
			log.Fatal(err) // want `returns as soon as its server is told to stop, so this ends the process`
		}
	case 6:
		if err := s.Patient(ctx); err != nil {
			log.Fatal(err)
		}
	case 7:
		once()
	}
}

func bound(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("BOUND_ADDR")}
	life.Bind(ctx, srv)
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `returns as soon as \(\*http.Server\).Shutdown begins at main.go:\d+, and main ends without waiting for it`
		log.Fatal(err)
	}
}

func waited(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("WAITED_ADDR")}
	wait := life.Bound(ctx, srv)
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	wait()
}

func watched(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("WATCHED_ADDR")}
	drained := life.Watch(ctx, srv)
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-drained
}

func once() {
	s := closed.New(os.Getenv("ONCE_ADDR"))
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	var once sync.Once
	go func() {
		<-c
		once.Do(s.Close)
	}()
	if err := s.Serve(); err != nil { // want `returns as soon as \(\*closed.Server\).Close begins at main.go:\d+, and main ends without waiting for it`
		log.Print(err)
	}
}
