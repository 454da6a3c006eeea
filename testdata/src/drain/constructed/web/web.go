// Package web starts a server when it is made.
package web

import (
	"context"
	"net/http"
	"os"
	"time"
)

type Server struct {
	srv    *http.Server
	failed chan error
}

func New(h http.Handler) *Server {
	s := &Server{srv: &http.Server{Addr: ":" + os.Getenv("PORT"), Handler: h}, failed: make(chan error, 1)}
	go func() { s.failed <- s.srv.ListenAndServe() }()
	return s
}

func (s *Server) Failed() <-chan error { return s.failed }

func (s *Server) Shutdown() error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return s.srv.Shutdown(ctx)
}
