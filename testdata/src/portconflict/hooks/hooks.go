// Package main starts its servers in hooks.
package main

import (
	"cmp"
	"context"
	"net"
	"net/http"
	"os"

	"go.uber.org/fx"
)

func api(lc fx.Lifecycle) {
	srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("PORT"), "8080")}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			l, err := net.Listen("tcp", srv.Addr)
			if err != nil {
				return err
			}
			go srv.Serve(l)
			return nil
		},
		OnStop: srv.Shutdown,
	})
}

func admin(lc fx.Lifecycle) {
	srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("ADMIN_PORT"), "8080")} // want `port "8080" is that of net.Listen at hooks.go:18`
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			l, err := net.Listen("tcp", srv.Addr)
			if err != nil {
				return err
			}
			go srv.Serve(l)
			return nil
		},
		OnStop: srv.Shutdown,
	})
}

func hooks(lc fx.Lifecycle) {
	srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("HOOKS_PORT"), "8081")}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go srv.ListenAndServe()
			return nil
		},
		OnStop: srv.Shutdown,
	})
}

func main() { fx.New(fx.Invoke(api), fx.Invoke(admin), fx.Invoke(hooks)).Run() }
