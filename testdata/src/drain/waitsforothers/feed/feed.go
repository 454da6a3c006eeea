// Package feed tells by a channel that its server has ended, one that it is drained.
package feed

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Soon is dead when nobody can connect any more.
type Soon struct {
	server     *http.Server
	kill, dead chan struct{}
	failed     error
}

func NewSoon(addr string, h http.Handler) *Soon {
	return &Soon{server: &http.Server{Addr: addr, Handler: h}, kill: make(chan struct{}), dead: make(chan struct{})}
}

func (s *Soon) Run() {
	defer close(s.dead)
	go s.drain()
	if err := s.server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		s.failed = err
	}
}

func (s *Soon) drain() {
	<-s.kill
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = s.server.Shutdown(ctx)
}

func (s *Soon) Kill()                 { close(s.kill) }
func (s *Soon) Dead() <-chan struct{} { return s.dead }

// Late is dead when its requests are answered.
type Late struct {
	server              *http.Server
	kill, drained, dead chan struct{}
	failed              error
}

func NewLate(addr string, h http.Handler) *Late {
	return &Late{
		server: &http.Server{Addr: addr, Handler: h}, kill: make(chan struct{}), drained: make(chan struct{}), dead: make(chan struct{}),
	}
}

func (l *Late) Run() {
	defer close(l.dead)
	go l.drain()
	if err := l.server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		l.failed = err
		return
	}
	<-l.drained
}

func (l *Late) drain() {
	defer close(l.drained)
	<-l.kill
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = l.server.Shutdown(ctx)
}

func (l *Late) Kill()                 { close(l.kill) }
func (l *Late) Dead() <-chan struct{} { return l.dead }
