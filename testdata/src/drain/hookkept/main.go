// Package main keeps a context of the hook that starts its server.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"go.uber.org/fx"
)

// server is one, with what its hooks keep.
type server struct {
	srv   *http.Server
	ctx   context.Context
	names context.Context
}

func main() {
	fx.New(fx.Provide(newServer), fx.Invoke(keeps), fx.Invoke(asked)).Run()
}

func newServer() *server {
	return &server{srv: &http.Server{Addr: os.Getenv("LISTEN_ADDR"), Handler: http.NotFoundHandler()}}
}

// keeps stops with the context that its start was given.
func keeps(lc fx.Lifecycle, s *server) {
	lc.Append(fx.Hook{
		OnStart: func(ctx context.Context) error {
			s.ctx = ctx
			go func() { log.Print(s.srv.ListenAndServe()) }()
			return nil
		},
		OnStop: func(context.Context) error {
			log.Print("stopping")
			return s.srv.Shutdown(s.ctx) // want `the context given to \(\*http.Server\).Shutdown has already ended here`
		},
	})
}

// asked stops with the one that it is given.
func asked(lc fx.Lifecycle) {
	s := &server{srv: &http.Server{Addr: os.Getenv("ASKED_ADDR"), Handler: http.NotFoundHandler()}}
	lc.Append(fx.Hook{
		OnStart: func(ctx context.Context) error {
			s.names = ctx
			go func() { log.Print(s.srv.ListenAndServe()) }()
			return nil
		},
		OnStop: func(ctx context.Context) error {
			log.Print(s.names.Value("name"))
			return s.srv.Shutdown(ctx)
		},
	})
}
