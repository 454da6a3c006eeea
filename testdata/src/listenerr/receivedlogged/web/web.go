// Package web runs a server until its context ends, and has little to say when it cannot.
package web

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"
)

type Server struct{ srv *http.Server }

func New(key string) *Server {
	return &Server{&http.Server{Addr: os.Getenv(key), Handler: http.NotFoundHandler()}}
}

// Run logs why the server has ended.
func (s *Server) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- s.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		log.Print("web: ", err)
	case <-ctx.Done():
		drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return s.srv.Shutdown(drain)
	}
	return nil
}

// RunOrFail returns it as well.
func (s *Server) RunOrFail(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- s.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		log.Print("web: ", err)
		return err
	case <-ctx.Done():
		drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return s.srv.Shutdown(drain)
	}
}
