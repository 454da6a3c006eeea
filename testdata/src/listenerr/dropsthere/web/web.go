// Package web serves what others give it, and tells nobody when it does not.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
)

// Server drops the error of its start.
type Server struct{ srv *http.Server }

// New returns a server of h.
func New(addr string, h http.Handler) *Server {
	return &Server{srv: &http.Server{Addr: addr, Handler: h}}
}

// Begin serves beside the caller.
func (s *Server) Begin() { go s.srv.ListenAndServe() }

// End stops it.
func (s *Server) End(ctx context.Context) error { return s.srv.Shutdown(ctx) }

// Embedded looks at its error the wrong way round.
type Embedded struct{ *http.Server }

// Begin serves beside the caller.
func (s *Embedded) Begin() {
	go func() {
		if err := s.ListenAndServe(); err != nil && errors.Is(err, http.ErrServerClosed) {
			log.Fatalf("serving: %v", err)
		}
	}()
}

// Strict ends the process.
type Strict struct{ srv *http.Server }

// NewStrict returns a server of h.
func NewStrict(addr string, h http.Handler) *Strict {
	return &Strict{srv: &http.Server{Addr: addr, Handler: h}}
}

// Begin serves beside the caller.
func (s *Strict) Begin() {
	go func() {
		if err := s.srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Fatalf("serving: %v", err)
		}
	}()
}
