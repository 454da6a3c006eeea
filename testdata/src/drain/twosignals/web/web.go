// Package web has servers behind an interface.
package web

import (
	"context"
	"log"
	"net/http"
	"time"
)

// Server is booted, and shut down.
type Server interface {
	Boot()
	Shutdown()
}

type server struct{ srv *http.Server }

// New makes one.
func New(addr string) Server { return &server{srv: &http.Server{Addr: addr}} }

func (s *server) Boot() {
	if err := s.srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
}

func (s *server) Shutdown() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := s.srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
