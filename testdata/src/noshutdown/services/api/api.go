// Package api has servers that run until a context ends.
package api

import (
	"context"
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
