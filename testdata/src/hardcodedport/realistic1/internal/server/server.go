// Package server serves.
package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"hardcodedport/realistic1/internal/config"
)

type Server struct {
	http *http.Server
}

func New(cfg *config.Config) *Server {
	return &Server{http: &http.Server{
		Addr:    fmt.Sprintf("%s:%d", cfg.Server.Host, cfg.Server.Port),
		Handler: http.NewServeMux(),
	}}
}

func NewMetrics(addr string) *Server {
	return &Server{http: &http.Server{Addr: addr}}
}

func (s *Server) Run(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		s.http.Shutdown(context.WithoutCancel(ctx))
	}()
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
