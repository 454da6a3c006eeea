// Package service runs services, of which it has one kind; others may have more.
package service

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// Service is started and stopped.
type Service interface {
	Name() string
	Start() error
	Stop(ctx context.Context) error
}

// HTTP is a service.
type HTTP struct {
	name string
	srv  *http.Server
}

// NewHTTP makes one.
func NewHTTP(name, addr string, h http.Handler) *HTTP {
	return &HTTP{name: name, srv: &http.Server{Addr: addr, Handler: h}}
}

func (s *HTTP) Name() string { return s.name }

func (s *HTTP) Start() error {
	if err := s.srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("%s: %w", s.name, err)
	}
	return nil
}

func (s *HTTP) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }

// Group is several of them.
type Group struct{ services []Service }

// NewGroup makes one.
func NewGroup(services ...Service) *Group { return &Group{services: services} }

// Run runs all until ctx ends or one fails.
func (g *Group) Run(ctx context.Context, grace time.Duration) error {
	errc := make(chan error, len(g.services))
	for _, s := range g.services {
		go func() { errc <- s.Start() }()
	}
	var err error
	select {
	case <-ctx.Done():
	case err = <-errc:
	}
	stopCtx, cancel := context.WithTimeout(ctx, grace)
	defer cancel()
	for _, s := range g.services {
		err = errors.Join(err, s.Stop(stopCtx)) // want `the context given to \(\*service.HTTP\).Stop has already ended here`
	}
	return err
}
