// Package web has a service as others run it.
package web

import (
	"context"
	"errors"
	"net/http"

	"example.com/drainrun/internal/slow"
)

// HTTP is a service.
type HTTP struct{ srv *http.Server }

// NewHTTP makes one.
func NewHTTP(addr string) *HTTP {
	return &HTTP{&http.Server{Addr: addr, Handler: slow.Handler()}}
}

// Start serves.
func (h *HTTP) Start() error {
	if err := h.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Stop drains.
func (h *HTTP) Stop(ctx context.Context) error { return h.srv.Shutdown(ctx) }
