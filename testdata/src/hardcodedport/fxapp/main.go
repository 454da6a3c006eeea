// Package main is wired by fx.
package main

import (
	"context"
	"net"
	"net/http"
	"os"

	"go.uber.org/fx"
)

func newServer(lc fx.Lifecycle) *http.Server {
	srv := &http.Server{Addr: ":8801"} // want `port "8801".*passed to net.Listen`
	lc.Append(fx.Hook{
		OnStart: func(ctx context.Context) error {
			ln, err := net.Listen("tcp", srv.Addr)
			if err != nil {
				return err
			}
			go srv.Serve(ln)
			return nil
		},
		OnStop: func(ctx context.Context) error { return srv.Shutdown(ctx) },
	})
	return srv
}

type params struct {
	Addr string
}

func newParams() params { return params{Addr: os.Getenv("ADDR")} }

func start(p params) { http.ListenAndServe(p.Addr, nil) }

func main() {
	fx.New(fx.Provide(newServer, newParams), fx.Invoke(func(*http.Server) {}, start)).Run()
}
