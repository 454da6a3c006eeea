// Package web serves, and stops when it is asked to.
package web

import (
	"context"
	"errors"
	"net/http"
	"time"
)

type Server struct{ http *http.Server }

func New(addr string) *Server {
	return &Server{&http.Server{Addr: addr, Handler: http.NotFoundHandler()}}
}

func (s *Server) Run() error {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (s *Server) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return s.http.Shutdown(ctx)
}
