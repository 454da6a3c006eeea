// Package web has servers for libraries that run services.
package web

import (
	"context"
	"errors"
	"net/http"
)

func server(addr string) *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})
	return &http.Server{Addr: addr, Handler: mux}
}

// Patient returns when it is drained.
type Patient struct{ srv *http.Server }

// NewPatient makes one.
func NewPatient(addr string) *Patient { return &Patient{server(addr)} }

// Serve serves until ctx ends.
func (p *Patient) Serve(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- p.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return p.srv.Shutdown(context.WithoutCancel(ctx))
	}
}

// Start is Serve.
func (p *Patient) Start(ctx context.Context) error { return p.Serve(ctx) }

// Hasty returns before that.
type Hasty struct{ srv *http.Server }

// NewHasty makes one.
func NewHasty(addr string) *Hasty { return &Hasty{server(addr)} }

// Start serves until ctx ends.
func (h *Hasty) Start(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		h.srv.Shutdown(context.Background())
	}()
	if err := h.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Serve is Start.
func (h *Hasty) Serve(ctx context.Context) error { return h.Start(ctx) }
