// Package indirect stops its servers by way of others.
package indirect

import (
	"context"
	"net/http"
)

type copied struct {
	name string
	srv  *http.Server
}

func structs(ctx context.Context, h http.Handler) error {
	a := copied{"a", &http.Server{Addr: ":8080", Handler: h}}
	b := a
	context.AfterFunc(ctx, func() { b.srv.Shutdown(context.Background()) })
	return a.srv.ListenAndServe()
}

type wrapper struct {
	inner interface{ Shutdown(context.Context) error }
}

func viaWrapper(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	w := wrapper{srv}
	context.AfterFunc(ctx, func() { w.inner.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}

func results(h http.Handler) (srv *http.Server, stop func() error) {
	srv = &http.Server{Addr: ":8080", Handler: h}
	stop = func() error { return srv.Shutdown(context.Background()) }
	return
}

func useResults(h http.Handler) error {
	srv, stop := results(h)
	defer stop()
	return srv.ListenAndServe()
}

func handedOn(run func(*http.Server) error, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	return run(srv)
}

func callback(h http.Handler) error {
	return handedOn(func(s *http.Server) error {
		defer s.Shutdown(context.Background())
		return s.ListenAndServe()
	}, h)
}

func given(stop func(*http.Server), h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	defer stop(srv)
	return srv.ListenAndServe()
}

func pointerToPointer(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	p := &srv
	context.AfterFunc(ctx, func() { (*p).Shutdown(context.Background()) })
	return srv.ListenAndServe()
}

func outParameter(dst **http.Server, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	*dst = srv
	return srv.ListenAndServe()
}
