// Package mgmt has a server.
package mgmt

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Server listens on Listen.
type Server struct{ Listen string }

// Name is what it is called.
func (s *Server) Name() string { return "mgmt" }

// Run serves until ctx ends.
func (s *Server) Run(ctx context.Context) error {
	srv := &http.Server{Addr: s.Listen, ReadHeaderTimeout: time.Second}
	go func() {
		<-ctx.Done()
		srv.Close()
	}()
	if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
