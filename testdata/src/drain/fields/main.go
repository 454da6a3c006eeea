// Package main has servers in fields, with methods that start and stop them.
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

type app struct {
	http  *http.Server
	admin *http.Server
	log   *log.Logger
	done  chan struct{}
	ctx   context.Context
}

func newApp(ctx context.Context) *app {
	return &app{
		http:  &http.Server{Addr: os.Getenv("ADDR")},
		admin: &http.Server{Addr: os.Getenv("ADMIN_ADDR")},
		log:   log.Default(),
		ctx:   ctx,
	}
}

func (a *app) Start() {
	go func() {
		if err := a.http.ListenAndServe(); err != nil {
			a.log.Fatalf("listening: %v", err) // want `\(\*http.Server\).ListenAndServe returns as soon as \(\*http.Server\).Shutdown begins at main.go:\d+`
		}
	}()
	go func() {
		// Nobody stops this one.
		a.log.Fatal(a.admin.ListenAndServe())
	}()
}

func (a *app) Stop() error {
	<-a.ctx.Done()
	return a.http.Shutdown(a.ctx) // want `has already ended here`
}

func (a *app) StopBelow() error {
	<-a.ctx.Done()
	ctx, cancel := context.WithTimeout(a.ctx, 5*time.Second)
	defer cancel()
	return a.http.Shutdown(ctx) // want `has already ended here`
}

func (a *app) StopFresh() error {
	<-a.ctx.Done()
	a.ctx = context.Background()
	return a.http.Shutdown(a.ctx)
}

func (a *app) StopOther(b *app) error {
	<-a.ctx.Done()
	return a.http.Shutdown(b.ctx)
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := newApp(ctx)
	a.Start()
	log.Print(a.Stop(), a.StopBelow(), a.StopFresh(), a.StopOther(a))
	newRight().run(ctx)
}

// right does it as it should be done.
type right struct {
	*http.Server
	failed chan error
}

func newRight() *right {
	return &right{Server: &http.Server{Addr: os.Getenv("RIGHT")}, failed: make(chan error, 1)}
}

func (r *right) run(ctx context.Context) {
	go func() { r.failed <- r.ListenAndServe() }()
	select {
	case err := <-r.failed:
		if !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	case <-ctx.Done():
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 8*time.Second)
		defer cancel()
		if err := r.Shutdown(ctx); err != nil {
			log.Fatal(err)
		}
	}
}
