// Package service runs what can be started and stopped.
package service

import (
	"context"
	"errors"
	"log"
	"net/http"
)

type Service interface {
	Name() string
	Start() error
	Stop(ctx context.Context) error
}

type HTTP struct {
	name string
	srv  *http.Server
}

func NewHTTP(name, addr string, h http.Handler) *HTTP {
	return &HTTP{name: name, srv: &http.Server{Addr: addr, Handler: h}}
}

func (s *HTTP) Name() string { return s.name }

func (s *HTTP) Start() error {
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (s *HTTP) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }

type Group struct{ services []Service }

func NewGroup(services ...Service) *Group { return &Group{services: services} }

// Run only logs what fails, and waits.
func (g *Group) Run(ctx context.Context) error {
	for _, s := range g.services {
		go func() {
			if err := s.Start(); err != nil {
				log.Printf("%s: %v", s.Name(), err)
			}
		}()
	}
	<-ctx.Done()
	return g.stop()
}

// RunUntil ends with what fails.
func (g *Group) RunUntil(ctx context.Context) error {
	failed := make(chan error, len(g.services))
	for _, s := range g.services {
		go func() {
			err := s.Start()
			if err != nil {
				log.Printf("%s: %v", s.Name(), err)
			}
			failed <- err
		}()
	}
	select {
	case <-ctx.Done():
	case <-failed:
	}
	return g.stop()
}

func (g *Group) stop() (err error) {
	for _, s := range g.services {
		err = errors.Join(err, s.Stop(context.Background()))
	}
	return err
}
