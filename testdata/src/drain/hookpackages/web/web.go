// Package web has hooks that stop servers.
package web

import (
	"context"
	"log"
	"net/http"

	"go.uber.org/fx"
)

type Server struct{ srv *http.Server }

func (s *Server) start(context.Context) error {
	go func() { log.Print(s.srv.ListenAndServe()) }()
	return nil
}

// leave begins the drain, and is done.
func (s *Server) leave(ctx context.Context) error {
	go s.srv.Shutdown(ctx) // want `its hook ends without waiting for \(\*http.Server\).Shutdown`
	return nil
}

// Leaving does so.
func Leaving(lc fx.Lifecycle, mux *http.ServeMux) *Server {
	s := &Server{srv: &http.Server{Addr: ":0", Handler: mux}}
	lc.Append(fx.Hook{OnStart: s.start, OnStop: s.leave})
	return s
}

// Literal does so in place.
func Literal(lc fx.Lifecycle, srv *http.Server) {
	lc.Append(fx.Hook{OnStop: func(ctx context.Context) error {
		go func() {
			if err := srv.Shutdown(ctx); err != nil { // want `its hook ends without waiting`
				log.Print(err)
			}
		}()
		return nil
	}})
}

// Waiting waits.
func Waiting(lc fx.Lifecycle, srv *http.Server) {
	lc.Append(fx.Hook{OnStop: func(ctx context.Context) error {
		done := make(chan error, 1)
		go func() { done <- srv.Shutdown(ctx) }()
		return <-done
	}})
}
