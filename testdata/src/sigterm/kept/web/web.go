// Package web serves until one of its signals comes.
package web

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"time"
)

// Server is a server.
type Server struct {
	srv     *http.Server
	signals []os.Signal
}

// New makes a server that the given signals stop.
func New(addr string, signals ...os.Signal) *Server {
	s := &Server{srv: &http.Server{Addr: addr}}
	s.signals = signals
	return s
}

// Run serves.
func (s *Server) Run() error {
	failed := make(chan error, 1)
	go func() { failed <- s.srv.ListenAndServe() }()
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, s.signals...)
	select {
	case err := <-failed:
		return err
	case <-asked:
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return s.srv.Shutdown(limit)
}
