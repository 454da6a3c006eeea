// Package web serves until a context ends.
package web

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"

	"golang.org/x/sync/errgroup"
)

// Server is on the port that a variable holds.
type Server struct{ srv *http.Server }

// New makes a server for the port in the variable called name.
func New(name string) *Server {
	return &Server{&http.Server{Addr: ":" + os.Getenv(name)}}
}

// ListenAndServe serves until ctx ends.
func (s *Server) ListenAndServe(ctx context.Context) error {
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		<-gctx.Done()
		drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return s.srv.Shutdown(drain)
	})
	g.Go(func() error {
		if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	return g.Wait()
}
