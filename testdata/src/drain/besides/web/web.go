// Package web has a server with methods to run and to stop it.
package web

import (
	"context"
	"net/http"
)

type Server struct{ inner *http.Server }

func (s *Server) Run(addr string, h http.Handler) error {
	s.inner = &http.Server{Addr: addr, Handler: h}
	return s.inner.ListenAndServe()
}

func (s *Server) Shutdown(ctx context.Context) error { return s.inner.Shutdown(ctx) }
