// Package function returns and stores the functions that stop servers.
package function

import (
	"context"
	"net/http"
	"sync"
)

type app struct {
	stop func(context.Context) error
	once sync.Once
}

func newApp(h http.Handler) *app {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	return &app{stop: srv.Shutdown}
}

func (a *app) close() { a.once.Do(func() { a.stop(context.Background()) }) }

func serve(h http.Handler) (wait func() error, stop func()) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	return func() error { return <-errs }, func() { srv.Shutdown(context.Background()) }
}

func variable(h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	shutdown := srv.Shutdown
	go srv.ListenAndServe()
	defer shutdown(context.Background())
}

func waitOnly(h http.Handler) (wait func() error) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }() // want "is never stopped by Shutdown"
	return func() error { return <-errs }
}
