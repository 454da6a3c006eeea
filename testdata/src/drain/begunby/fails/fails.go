// Package fails has servers that return what the start returns.
package fails

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"time"
)

// Server is a server.
type Server struct {
	srv  http.Server
	done chan struct{}
}

// New makes one.
func New(addr string) *Server {
	return &Server{srv: http.Server{Addr: addr}, done: make(chan struct{})}
}

// Hasty returns at once with what the server returns when it is told to stop.
func (s *Server) Hasty(ctx context.Context) error {
	go func() {
		defer close(s.done)
		<-ctx.Done()
		s.stop()
	}()
	if err := s.srv.ListenAndServe(); err != nil {
		return fmt.Errorf("fails: %w", err)
	}
	<-s.done
	return nil
}

// Patient is Hasty that knows what that is.
func (s *Server) Patient(ctx context.Context) error {
	go func() {
		defer close(s.done)
		<-ctx.Done()
		s.stop()
	}()
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("fails: %w", err)
	}
	<-s.done
	return nil
}

func (s *Server) stop() {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := s.srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
