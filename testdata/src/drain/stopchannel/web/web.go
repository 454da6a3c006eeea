// Package web has servers that drain once a channel is closed.
package web

import (
	"context"
	"errors"
	"expvar"
	"net/http"
)

// Server is one of them.
type Server struct{ http *http.Server }

// New makes a server.
func New(addr string) *Server { return &Server{http: newServer(addr)} }

func newServer(addr string) *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})
	return &http.Server{Addr: addr, Handler: mux}
}

// Run serves until stop is closed, and returns when all is answered.
func (s *Server) Run(stop <-chan struct{}) error {
	idle := make(chan struct{})
	go func() {
		defer close(idle)
		<-stop
		s.http.Shutdown(context.Background())
	}()
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-idle
	return nil
}

// Hasty is a server that does not wait for its answers.
type Hasty struct{ http *http.Server }

// NewHasty makes one.
func NewHasty(addr string) *Hasty { return &Hasty{http: newServer(addr)} }

// Run serves until stop is closed.
func (s *Hasty) Run(stop <-chan struct{}) error {
	go func() {
		<-stop
		s.http.Shutdown(context.Background())
	}()
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Metrics serves what is counted until stop is closed.
func Metrics(addr string, stop <-chan struct{}) {
	mux := http.NewServeMux()
	mux.Handle("/metrics", expvar.Handler())
	srv := &http.Server{Addr: addr, Handler: mux}
	go func() {
		<-stop
		srv.Close()
	}()
	srv.ListenAndServe()
}
