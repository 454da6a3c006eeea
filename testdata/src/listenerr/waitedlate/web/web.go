// Package web counts the goroutines of its servers.
package web

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"time"
)

// Late waits for its goroutine only when it has stopped the server.
type Late struct {
	http *http.Server
	wg   sync.WaitGroup
	gone chan struct{}
}

func NewLate(addr string) *Late {
	return &Late{http: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}, gone: make(chan struct{})}
}

func (l *Late) Start() error {
	l.wg.Add(1)
	go func() {
		defer l.wg.Done()
		err := l.http.ListenAndServe() // want "only logged, so with a port that is taken the process lives on without a listener"
		if err != nil && !errors.Is(err, http.ErrServerClosed) {
			slog.Error("listening", "err", err)
		}
		close(l.gone)
	}()
	return nil
}

func (l *Late) Stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := l.http.Shutdown(ctx); err != nil {
		slog.Error("stopping", "err", err)
	}
	l.wg.Wait()
	<-l.gone
}

// Soon has somebody who waits for its goroutine from the start.
type Soon struct {
	http *http.Server
	wg   sync.WaitGroup
}

func NewSoon(addr string) *Soon {
	return &Soon{http: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}}
}

func (s *Soon) Start() {
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		err := s.http.ListenAndServe()
		if err != nil && !errors.Is(err, http.ErrServerClosed) {
			slog.Error("listening", "err", err)
		}
	}()
}

func (s *Soon) Wait() { s.wg.Wait() }

func (s *Soon) Stop() {
	_ = s.http.Shutdown(context.Background())
	s.wg.Wait()
}

// Shown lets others hear that its goroutine has ended.
type Shown struct {
	http *http.Server
	gone chan struct{}
}

func NewShown(addr string) *Shown {
	return &Shown{http: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}, gone: make(chan struct{})}
}

func (s *Shown) Start() {
	go func() {
		defer close(s.gone)
		err := s.http.ListenAndServe()
		if err != nil && !errors.Is(err, http.ErrServerClosed) {
			slog.Error("listening", "err", err)
		}
	}()
}

func (s *Shown) Gone() <-chan struct{} { return s.gone }

func (s *Shown) Stop() {
	_ = s.http.Shutdown(context.Background())
	<-s.gone
}
