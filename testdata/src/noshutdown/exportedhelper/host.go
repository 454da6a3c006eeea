// Package exportedhelper has exported functions that run the servers that they
// are given, and calls them itself.
package exportedhelper

import (
	"context"
	"net"
	"net/http"
)

// Host owns a listener.
type Host struct{ ln net.Listener }

// ServeUntil serves until ctx ends, and then drains.
func (h *Host) ServeUntil(ctx context.Context, srv *http.Server) error {
	drained := make(chan error, 1)
	go func() {
		<-ctx.Done()
		drained <- srv.Shutdown(context.Background())
	}()
	if err := srv.Serve(h.ln); err != http.ErrServerClosed {
		return err
	}
	return <-drained
}

// Handle is ServeUntil for those who have a handler only.
func (h *Host) Handle(ctx context.Context, next http.Handler) error {
	return h.ServeUntil(ctx, &http.Server{Handler: next})
}

// Serve only serves.
func Serve(ln net.Listener, srv *http.Server) error { return srv.Serve(ln) }

// Stop stops what it is given.
func Stop(ctx context.Context, srv *http.Server) error { return srv.Shutdown(ctx) }

// Lost is never stopped.
func (h *Host) Lost(next http.Handler) error {
	return Serve(h.ln, &http.Server{Handler: next}) // want `never stopped by Shutdown`
}

// Both is stopped by another of the exported functions.
func (h *Host) Both(ctx context.Context, next http.Handler) error {
	srv := &http.Server{Handler: next}
	go Serve(h.ln, srv)
	<-ctx.Done()
	return Stop(context.Background(), srv)
}

// ServeInSteps does with functions of its own what ServeUntil does.
func (h *Host) ServeInSteps(ctx context.Context, srv *http.Server) error {
	drained := make(chan error, 1)
	go func() {
		<-ctx.Done()
		drained <- h.end(srv)
	}()
	if err := h.begin(srv); err != http.ErrServerClosed {
		return err
	}
	return <-drained
}

func (h *Host) begin(srv *http.Server) error { return srv.Serve(h.ln) }

func (h *Host) end(srv *http.Server) error { return finish(srv) }

func finish(srv *http.Server) error { return srv.Shutdown(context.Background()) }

// Steps is ServeInSteps for those who have a handler only.
func (h *Host) Steps(ctx context.Context, next http.Handler) error {
	return h.ServeInSteps(ctx, &http.Server{Handler: next})
}

// BeginOnly serves in steps, too, and has no last one.
func (h *Host) BeginOnly(srv *http.Server) error { return h.begin(srv) }

// OtherSteps stops another server than it starts.
func (h *Host) OtherSteps(next http.Handler) error {
	defer h.end(&http.Server{})
	return h.BeginOnly(&http.Server{Handler: next}) // want `never stopped by Shutdown`
}
