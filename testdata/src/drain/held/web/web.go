// Package web keeps the context that it is made with.
package web

import (
	"context"
	"log"
	"net/http"
	"time"
)

// Server is a server.
type Server struct {
	ctx context.Context
	srv *http.Server
}

// New makes a Server whose Stop is given what is left of ctx.
func New(ctx context.Context, addr string) *Server {
	return &Server{ctx: ctx, srv: &http.Server{Addr: addr}}
}

// Apart makes one that parts from ctx, which it keeps for its values.
func Apart(ctx context.Context, addr string) *Server {
	return New(context.WithoutCancel(ctx), addr)
}

// Start serves in the background.
func (s *Server) Start() {
	go func() {
		if err := s.srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
}

// Stop drains.
func (s *Server) Stop() error {
	limit, cancel := context.WithTimeout(s.ctx, 5*time.Second)
	defer cancel()
	return s.srv.Shutdown(limit)
}
