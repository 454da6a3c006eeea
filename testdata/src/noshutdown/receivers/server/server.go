// Package server has its stop called by another package, through an interface of that.
package server

import (
	"context"
	"net"
	"net/http"
	"time"

	"noshutdown/receivers/signals"
)

type Server struct {
	http     *http.Server
	listener net.Listener
	handler  *signals.Handler
}

func New(addr string) (*Server, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	s := &Server{http: new(http.Server), listener: l}
	s.handler = signals.New(s)
	return s, nil
}

func (s *Server) Run() error {
	looped := make(chan struct{})
	go func() {
		defer close(looped)
		s.handler.Loop()
	}()
	if err := s.http.Serve(s.listener); err != http.ErrServerClosed {
		return err
	}
	<-looped
	return nil
}

func (s *Server) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return s.http.Shutdown(ctx)
}
