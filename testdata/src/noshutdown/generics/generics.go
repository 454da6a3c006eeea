// Package generics has type parameters between a server and its stop.
package generics

import (
	"context"
	"net/http"
)

// app holds whatever it is told to.
type app[S any] struct{ srv S }

type stopper interface {
	ListenAndServe() error
	Shutdown(context.Context) error
}

func run[S stopper](ctx context.Context, s S) error {
	context.AfterFunc(ctx, func() { s.Shutdown(context.Background()) })
	return s.ListenAndServe()
}

func constrained(ctx context.Context, h http.Handler) error {
	return run(ctx, &http.Server{Addr: ":8080", Handler: h})
}

func held(ctx context.Context, h http.Handler) error {
	a := app[*http.Server]{srv: &http.Server{Addr: ":8080", Handler: h}}
	context.AfterFunc(ctx, func() { a.srv.Shutdown(context.Background()) })
	return a.srv.ListenAndServe()
}

func identity[T any](t T) T { return t }

func passed(ctx context.Context, h http.Handler) error {
	srv := identity(&http.Server{Addr: ":8080", Handler: h})
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}

func start[T http.Handler](addr string, h T) error {
	return http.ListenAndServe(addr, h) // want "http.ListenAndServe gives no handle"
}

func instantiated(h http.Handler) error { return start[http.Handler](":8080", h) }

type service[H http.Handler] struct{ h H }

func (s *service[H]) run() error {
	srv := &http.Server{Addr: ":8080", Handler: s.h}
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}
