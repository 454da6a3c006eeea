// Package web has servers that can be started and stopped.
package web

import (
	"context"
	"errors"
	"net/http"
)

type Server struct{ srv *http.Server }

func New(addr string) *Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/things", func(http.ResponseWriter, *http.Request) {})
	return &Server{&http.Server{Addr: addr, Handler: mux}}
}

func (s *Server) Start() error {
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }
