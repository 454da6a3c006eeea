// Package web has a server that a container starts and stops.
package web

import (
	"context"
	"log"
	"net/http"
	"os"

	"go.uber.org/fx"
)

// Server is what serves.
type Server struct{ srv *http.Server }

// New has the hooks do it.
func New(lc fx.Lifecycle) *Server {
	s := &Server{srv: &http.Server{Addr: os.Getenv("ADDR"), Handler: http.FileServer(http.Dir("."))}}
	lc.Append(fx.Hook{OnStart: s.run, OnStop: s.srv.Shutdown})
	return s
}

func (s *Server) run(context.Context) error {
	go func() {
		if err := s.srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	return nil
}
