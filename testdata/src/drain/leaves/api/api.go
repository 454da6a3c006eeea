// Package api has servers that begin their drains in goroutines.
package api

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"
)

// Server begins to drain in Close.
type Server struct {
	srv *http.Server
	wg  sync.WaitGroup
}

// New makes a server.
func New(addr string) *Server { return &Server{srv: &http.Server{Addr: addr}} }

// Start serves in the background.
func (s *Server) Start() {
	go func() {
		if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
}

// Close tells nobody of the end of the drain.
func (s *Server) Close() {
	go func() {
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = s.srv.Shutdown(limit)
	}()
}

// Stop tells those who wait.
func (s *Server) Stop() {
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = s.srv.Shutdown(limit)
	}()
}

// Wait for the end of the drain.
func (s *Server) Wait() { s.wg.Wait() }

// CloseLater drains when it is time to.
func (s *Server) CloseLater(ctx context.Context) {
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = s.srv.Shutdown(limit)
	}()
}

// CloseAndWait waits itself.
func (s *Server) CloseAndWait() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = s.srv.Shutdown(limit)
	}()
	<-done
}
