// Package web has servers that drain once a channel is closed.
package web

import (
	"context"
	"errors"
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
