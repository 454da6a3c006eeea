// Package api has servers that run until a context ends.
package api

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

// Waits is a server whose Run returns when it is drained.
type Waits struct{ srv *http.Server }

// NewWaits makes one.
func NewWaits(addr string) *Waits { return &Waits{server(addr)} }

// Name names it.
func (w *Waits) Name() string { return "waits" }

// Run serves until ctx ends.
func (w *Waits) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- w.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return w.srv.Shutdown(context.WithoutCancel(ctx))
	}
}

// Done says that it never is.
func (w *Waits) Done() bool { return false }

// Hasty is a server whose Run returns before that.
type Hasty struct{ srv *http.Server }

// NewHasty makes one.
func NewHasty(addr string) *Hasty { return &Hasty{server(addr)} }

// Name names it.
func (h *Hasty) Name() string { return "hasty" }

// Run serves until ctx ends.
func (h *Hasty) Run(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		h.srv.Shutdown(context.Background())
	}()
	if err := h.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
