// Package api serves as a service.
package api

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"drain/base/services"
)

type Server struct {
	*services.Basic
	http *http.Server
	errs chan error
}

func New(addr string) *Server {
	s := &Server{http: &http.Server{Addr: addr, Handler: routes()}, errs: make(chan error, 1)}
	s.Basic = services.NewBasic(s.starting, s.running, s.stopping)
	return s
}

func (s *Server) starting(ctx context.Context) error {
	l, err := net.Listen("tcp", s.http.Addr)
	if err != nil {
		return err
	}
	go func() { s.errs <- s.http.Serve(l) }()
	return nil
}

func (s *Server) running(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return nil
	case err := <-s.errs:
		if errors.Is(err, http.ErrServerClosed) {
			return nil
		}
		return err
	}
}

func (s *Server) stopping(failure error) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return s.http.Shutdown(ctx)
}

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/work", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("ok")) })
	return mux
}
