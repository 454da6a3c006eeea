// Package interfaces starts servers through interfaces of its own.
package interfaces

import (
	"context"
	"net/http"
)

type server interface {
	ListenAndServe() error
	Shutdown(context.Context) error
}

type app struct{ servers []server }

func newApp(h http.Handler) *app {
	return &app{servers: []server{&http.Server{Addr: ":8080", Handler: h}}}
}

func (a *app) run() {
	for _, s := range a.servers {
		go s.ListenAndServe()
	}
}

func (a *app) stop(ctx context.Context) {
	for _, s := range a.servers {
		s.Shutdown(ctx)
	}
}

type starter interface{ ListenAndServe() error }

func start(s starter) error { return s.ListenAndServe() } // want `never stopped`

func started(h http.Handler) error { return start(&http.Server{Addr: ":8080", Handler: h}) }

var hooks []any

func register(hook any) { hooks = append(hooks, hook) }

// What is kept in an any may be asked for its methods.
func kept(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	register(srv)
	return srv.ListenAndServe()
}

func asserted(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	var v any = srv
	if s, ok := v.(server); ok {
		defer s.Shutdown(context.Background())
	}
	return srv.ListenAndServe()
}
