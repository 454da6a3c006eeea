// Package either is given two types of servers, one of which takes the time that it
// needs by itself. The other is left without.
package either

import (
	"context"
	"net/http"
	"os"
	"time"
)

// Server is what Run needs.
type Server interface {
	ListenAndServe() error
	Shutdown(context.Context) error
}

type patient struct{ *http.Server }

func (p patient) Shutdown(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 9*time.Second)
	defer cancel()
	return p.Server.Shutdown(ctx)
}

// Serve runs until ctx ends.
func Serve(ctx context.Context) error {
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	if os.Getenv("PATIENT") != "" {
		return Run(ctx, patient{srv})
	}
	return Run(ctx, srv) // want `the context given to \(\*http.Server\).Shutdown at either.go:44 has already ended there`
}

// Run runs server until ctx ends.
func Run(ctx context.Context, server Server) error {
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	return server.Shutdown(ctx)
}
