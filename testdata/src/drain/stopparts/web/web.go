// Package web serves.
package web

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
)

type Server struct{ http *http.Server }

func New(addr string, h http.Handler) *Server {
	return &Server{&http.Server{Addr: addr, Handler: h}}
}

func (s *Server) Start() error {
	ln, err := net.Listen("tcp", s.http.Addr)
	if err != nil {
		return err
	}
	go func() {
		if err := s.http.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	return nil
}

func (s *Server) Stop(ctx context.Context) error { return s.http.Shutdown(ctx) }
