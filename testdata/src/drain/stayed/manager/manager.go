// Package manager has servers that may go on for a while when they are stopped.
package manager

import (
	"context"
	"log"
	"net/http"
)

// Patient waits for the end of its drain.
type Patient struct {
	srv  *http.Server
	done chan struct{}
}

// NewPatient makes one.
func NewPatient(addr string) *Patient {
	return &Patient{srv: &http.Server{Addr: addr}, done: make(chan struct{})}
}

// Serve serves until Stop has stopped it.
func (p *Patient) Serve() error {
	if err := p.srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	<-p.done
	return nil
}

// Stop stops it.
func (p *Patient) Stop() error {
	defer close(p.done)
	return p.srv.Shutdown(context.Background())
}

// Endless never returns, whoever stops it.
type Endless struct{ srv *http.Server }

// NewEndless makes one.
func NewEndless(addr string) *Endless { return &Endless{&http.Server{Addr: addr}} }

// Serve serves for ever.
func (e *Endless) Serve() error {
	if err := e.srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	select {}
}

// Stop stops it.
func (e *Endless) Stop() error { return e.srv.Shutdown(context.Background()) }

// Hasty waits for nothing.
type Hasty struct{ srv *http.Server }

// NewHasty makes one.
func NewHasty(addr string) *Hasty { return &Hasty{&http.Server{Addr: addr}} }

// Serve serves until it is told to stop.
func (h *Hasty) Serve() error {
	if err := h.srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	log.Print("stopped")
	return nil
}

// Stop stops it.
func (h *Hasty) Stop() error { return h.srv.Shutdown(context.Background()) }
