// Package app keeps servers of package web in fields of its own.
package app

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"noshutdown/heldinside/web"
)

// Orders starts its server in a method of that name that returns: what is in a goroutine
// of the package that it calls holds nobody on.
type Orders struct {
	api *web.Beside
}

func (o *Orders) Start(addr string, h http.Handler) error {
	o.api = web.NewBeside(addr, h)
	return o.api.Start()
}

func (o *Orders) Stop(ctx context.Context) error { return o.api.Stop(ctx) }

// Stock hears of the signal only when its server has ended.
type Stock struct {
	api *web.Here
}

func NewStock(addr string, h http.Handler) *Stock { return &Stock{api: web.NewHere(addr, h)} }

func (s *Stock) Run() error {
	if err := s.api.Start(); err != nil { // want `its Shutdown stands behind this call, which blocks`
		return err
	}
	s.wait()
	return nil
}

func (s *Stock) wait() {
	done := make(chan os.Signal, 1)
	signal.Notify(done, os.Interrupt, syscall.SIGTERM)
	<-done
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = s.api.Stop(ctx)
}

// Prices starts its server beside what waits for the signal.
type Prices struct {
	api *web.Here
}

func NewPrices(addr string, h http.Handler) *Prices { return &Prices{api: web.NewHere(addr, h)} }

func (p *Prices) Run() error {
	failed := make(chan error, 1)
	go func() { failed <- p.api.Start() }()
	done := make(chan os.Signal, 1)
	signal.Notify(done, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		return err
	case <-done:
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return p.api.Stop(ctx)
}

// Shared is also stopped by whom it was given.
type Shared struct {
	api *web.Here
}

func NewShared(addr string, h http.Handler, keep func(*web.Here)) *Shared {
	s := &Shared{api: web.NewHere(addr, h)}
	keep(s.api)
	return s
}

func (s *Shared) Run() error {
	if err := s.api.Start(); err != nil {
		return err
	}
	return s.api.Stop(context.Background())
}
