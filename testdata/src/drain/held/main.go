// Package main gives stops contexts that have ended under another name.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/held/web"
)

type app struct {
	ctx    context.Context
	cancel context.CancelFunc
	srv    *http.Server
}

func (a *app) start(ctx context.Context) {
	a.ctx, a.cancel = context.WithCancel(ctx)
	go func() {
		if err := a.srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
}

func (a *app) stop() error { return a.srv.Shutdown(a.ctx) } // want `has already ended here`

// abort is called while the context of a lives.
func (a *app) abort() error { return a.srv.Shutdown(a.ctx) }

// request is like a command of a command-line library: its context is a method.
type request struct{ ctx context.Context }

func (r *request) Context() context.Context { return r.ctx }

func serve(r *request, srv *http.Server) error {
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-r.Context().Done():
	}
	if len(os.Args) > 1 {
		limit, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), 5*time.Second)
		defer cancel()
		return srv.Shutdown(limit)
	}
	return srv.Shutdown(r.Context()) // want `has already ended here`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{srv: &http.Server{Addr: os.Getenv("A")}}
	a.start(ctx)
	if len(os.Args) > 2 {
		_ = a.abort()
	}
	s := web.New(ctx, os.Getenv("B")) // want `the server's stop is given this context, which ends at the signal \(main.go:\d+\), so it returns at once`
	s.Start()
	t := web.Apart(ctx, os.Getenv("C"))
	t.Start()
	if err := serve(&request{ctx}, &http.Server{Addr: os.Getenv("D")}); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
	_ = s.Stop()
	_ = t.Stop()
	_ = a.stop()
}
