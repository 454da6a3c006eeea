// Package api puts its servers into lifecycles.
package api

import (
	"context"
	"log"
	"net/http"

	"drain/ownhooks/keeps"
	"drain/ownhooks/lifecycle"
)

func server(addr string) *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})
	return &http.Server{Addr: addr, Handler: mux}
}

func serve(srv *http.Server) func(context.Context) error {
	return func(context.Context) error {
		go func() {
			if err := srv.ListenAndServe(); err != http.ErrServerClosed {
				log.Fatal(err)
			}
		}()
		return nil
	}
}

// Ended drains with the context that it is given.
func Ended(lc *lifecycle.Lifecycle, addr string) {
	srv := server(addr)
	lc.Append(lifecycle.Hook{
		OnStart: serve(srv),
		OnStop: func(ctx context.Context) error {
			return srv.Shutdown(ctx) // want `the context given to \(\*http.Server\).Shutdown at lifecycle.go:\d+ has already ended there`
		},
	})
}

// Value is Ended with a method value.
func Value(lc *lifecycle.Lifecycle, addr string) {
	srv := server(addr)
	lc.Append(lifecycle.Hook{OnStart: serve(srv), OnStop: srv.Shutdown}) // want `the context given to \(\*http.Server\).Shutdown at lifecycle.go:\d+ has already ended there`
}

// Own drains with a context of its own.
func Own(lc *lifecycle.Lifecycle, addr string) {
	srv := server(addr)
	lc.Append(lifecycle.Hook{
		OnStart: serve(srv),
		OnStop:  func(ctx context.Context) error { return srv.Shutdown(context.WithoutCancel(ctx)) },
	})
}

// Lives drains with a context that lives on.
func Lives(lc *keeps.Lifecycle, addr string) {
	srv := server(addr)
	lc.Append(keeps.Hook{
		OnStart: serve(srv),
		OnStop:  func(ctx context.Context) error { return srv.Shutdown(ctx) },
	})
}

// Unawaited lets its hook return before the drain is over.
func Unawaited(lc *keeps.Lifecycle, addr string) {
	srv := server(addr)
	lc.Append(keeps.Hook{
		OnStart: serve(srv),
		OnStop: func(ctx context.Context) error {
			go srv.Shutdown(ctx) // want `its hook ends without waiting for`
			return nil
		},
	})
}
