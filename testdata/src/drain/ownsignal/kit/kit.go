// Package kit stops its server at the signal, and for who asks.
package kit

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Server is an HTTP server.
type Server struct{ srv *http.Server }

// New makes one.
func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Run serves.
func (s *Server) Run() error {
	go s.waitForSignal()
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Stop is for those who do not want to wait for a signal.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }

func (s *Server) waitForSignal() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = s.srv.Shutdown(limit)
}
