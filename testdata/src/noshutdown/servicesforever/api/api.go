// Package api drains when its context ends.
package api

import (
	"context"
	"net/http"
	"time"
)

// Server is a service.
type Server struct{ srv *http.Server }

// New makes one.
func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Run runs until ctx ends.
func (s *Server) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- s.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return s.srv.Shutdown(limit)
	}
}
