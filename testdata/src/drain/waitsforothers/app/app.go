// Package app counts its workers and its drains in groups of their own.
package app

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"drain/waitsforothers/pool"
)

// App is waited for by what counts its workers, and nothing else.
type App struct {
	server  *http.Server
	ln      net.Listener
	workers sync.WaitGroup
	drains  sync.WaitGroup
}

func New(ln net.Listener, h http.Handler) *App {
	return &App{server: &http.Server{Handler: h}, ln: ln}
}

func (a *App) Start(ctx context.Context) {
	a.workers.Add(1)
	go func() {
		defer a.workers.Done()
		pool.Run(ctx)
	}()
	go serve(a.server, a.ln)
	a.drains.Add(1)
	go func() {
		defer a.drains.Done()
		<-ctx.Done()
		drain(a.server)
	}()
}

func (a *App) Wait() { a.workers.Wait() }

// Whole is waited for with all that it has begun.
type Whole struct {
	server  *http.Server
	ln      net.Listener
	workers sync.WaitGroup
	drains  sync.WaitGroup
}

func NewWhole(ln net.Listener, h http.Handler) *Whole {
	return &Whole{server: &http.Server{Handler: h}, ln: ln}
}

func (w *Whole) Start(ctx context.Context) {
	w.workers.Add(1)
	go func() {
		defer w.workers.Done()
		pool.Run(ctx)
	}()
	go serve(w.server, w.ln)
	w.drains.Add(1)
	go func() {
		defer w.drains.Done()
		<-ctx.Done()
		drain(w.server)
	}()
}

func (w *Whole) Wait() {
	w.drains.Wait()
	w.workers.Wait()
}

// Again is drained once more by who waits for it.
type Again struct {
	server  *http.Server
	ln      net.Listener
	workers sync.WaitGroup
}

func NewAgain(ln net.Listener, h http.Handler) *Again {
	return &Again{server: &http.Server{Handler: h}, ln: ln}
}

func (a *Again) Start(ctx context.Context) {
	go serve(a.server, a.ln)
	go func() {
		<-ctx.Done()
		drain(a.server)
	}()
}

func (a *Again) Wait() {
	drain(a.server)
	a.workers.Wait()
}

func serve(s *http.Server, ln net.Listener) {
	if err := s.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

func drain(s *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = s.Shutdown(ctx)
}

// Flush waits for work of another package.
func (a *App) Flush() { pool.Flush() }
