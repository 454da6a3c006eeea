// Package main has its server behind a pointer, or starts and stops one copy.
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

// App serves.
type App struct{ http *http.Server }

// Run serves.
func (a App) Run() error { return a.http.ListenAndServe() }

// Stop stops that.
func (a App) Stop(ctx context.Context) error { return a.http.Shutdown(ctx) }

// Held holds the server itself, and is not copied.
type Held struct{ http http.Server }

// Run serves.
func (h *Held) Run() error { return h.http.ListenAndServe() }

// Stop stops that.
func (h *Held) Stop(ctx context.Context) error { return h.http.Shutdown(ctx) }

// both starts and stops what it is given.
func both(server http.Server, until context.Context) error {
	drained := make(chan error, 1)
	go func() {
		<-until.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		drained <- server.Shutdown(ctx)
	}()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-drained
}

// Lent is a copy that somebody else stops.
type Lent struct{ http http.Server }

var running *http.Server

// Run serves.
func (l Lent) Run() error {
	running = &l.http
	return l.http.ListenAndServe()
}

// Stop stops what runs, and this copy.
func (l Lent) Stop(ctx context.Context) error {
	if running != nil {
		running.Shutdown(ctx)
	}
	return l.http.Shutdown(ctx)
}

type stoppable interface {
	Run() error
	Stop(context.Context) error
}

func run(a stoppable) {
	done := make(chan error, 1)
	go func() { done <- a.Run() }()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := a.Stop(ctx); err != nil {
		log.Print(err)
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

func main() {
	switch os.Getenv("MODE") {
	case "app":
		run(App{&http.Server{Addr: ":" + os.Getenv("PORT")}})
	case "held":
		h := &Held{}
		h.http.Addr = ":" + os.Getenv("PORT")
		run(h)
	case "lent":
		run(Lent{http.Server{Addr: ":" + os.Getenv("PORT")}})
	default:
		ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
		defer stop()
		if err := both(http.Server{Addr: ":" + os.Getenv("PORT")}, ctx); err != nil {
			log.Fatal(err)
		}
	}
}
