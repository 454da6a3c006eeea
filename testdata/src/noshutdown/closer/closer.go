// Package closer stores servers in interfaces that could stop them.
package closer

import (
	"context"
	"io"
	"net/http"
)

type stopper interface{ Shutdown(context.Context) error }

func closeAll(cs ...io.Closer) {}

func asCloser(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	var c io.Closer = srv
	closeAll(c)
	return srv.ListenAndServe()
}

func asArgument(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	defer closeAll(srv)
	return srv.ListenAndServe()
}

type holder struct{ c stopper }

func asField(h http.Handler) *holder {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	return &holder{c: srv}
}

func asFieldAssigned(h http.Handler, to *holder) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	to.c = srv
	go srv.ListenAndServe()
}

func asConversion(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	s := stopper(srv)
	defer s.Shutdown(context.Background())
	return srv.ListenAndServe()
}
