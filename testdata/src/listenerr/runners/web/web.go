// Package web has a server.
package web

import (
	"errors"
	"net/http"
	"os"
)

type Server struct{ http.Server }

func New(key string) *Server { return &Server{http.Server{Addr: os.Getenv(key)}} }

func (s *Server) Run() error {
	if err := s.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (s *Server) Serve() error { return s.Run() }

func (s *Server) Begin() error { return s.Run() }
