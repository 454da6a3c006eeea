// Package api has servers that are started and stopped.
package api

import (
	"context"
	"errors"
	"net"
	"net/http"
)

// Waits is a server whose Stop returns when it is drained.
type Waits struct{ srv *http.Server }

// NewWaits makes one.
func NewWaits(addr string) *Waits { return &Waits{server(addr)} }

// Name names it.
func (w *Waits) Name() string { return "waits" }

// Start serves until Stop is called.
func (w *Waits) Start(context.Context) error { return serve(w.srv) }

// Stop drains.
func (w *Waits) Stop(ctx context.Context) error { return w.srv.Shutdown(ctx) }

// Hasty is a server whose Stop returns before that.
type Hasty struct{ srv *http.Server }

// NewHasty makes one.
func NewHasty(addr string) *Hasty { return &Hasty{server(addr)} }

// Start serves until Stop is called.
func (h *Hasty) Start(context.Context) error { return serve(h.srv) }

// Stop has it drained.
func (h *Hasty) Stop(ctx context.Context) error {
	go h.srv.Shutdown(ctx)
	return nil
}

// Based is a server whose requests run in the context that Start is given.
type Based struct{ srv *http.Server }

// NewBased makes one.
func NewBased(addr string) *Based { return &Based{server(addr)} }

// Steady says nothing.
func (b *Based) Steady() {}

// Start serves until Stop is called.
func (b *Based) Start(ctx context.Context) error {
	b.srv.BaseContext = func(net.Listener) context.Context { return ctx }
	return serve(b.srv)
}

// Stop drains.
func (b *Based) Stop(ctx context.Context) error { return b.srv.Shutdown(ctx) }

func server(addr string) *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})
	return &http.Server{Addr: addr, Handler: mux}
}

func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
