// Package alias stops servers under another name than they are started.
package alias

import (
	"context"
	"net/http"
)

func copied(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	same := srv
	context.AfterFunc(ctx, func() { same.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}

func addressed(ctx context.Context, h http.Handler) error {
	srv := http.Server{Addr: ":8080", Handler: h}
	p := &srv
	context.AfterFunc(ctx, func() { p.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}

// Two servers of one function are told apart.
func other(ctx context.Context, h http.Handler) {
	one := &http.Server{Addr: ":8080", Handler: h}
	two := &http.Server{Addr: ":8081", Handler: h}
	go one.ListenAndServe()
	go two.ListenAndServe() // want "is never stopped by Shutdown"
	<-ctx.Done()
	one.Shutdown(context.Background())
}

// What may be either server may be stopped.
func either(ctx context.Context, h http.Handler, which bool) {
	one := &http.Server{Addr: ":8080", Handler: h}
	two := &http.Server{Addr: ":8081", Handler: h}
	stop := one
	if which {
		stop = two
	}
	go one.ListenAndServe()
	go two.ListenAndServe()
	<-ctx.Done()
	stop.Shutdown(context.Background())
}

var global = &http.Server{Addr: ":8080"}

func startGlobal() error { return global.ListenAndServe() }

func stopGlobal() error { return global.Shutdown(context.Background()) }

var lost = &http.Server{Addr: ":8081", Handler: http.NotFoundHandler()}

func startLost() error { return lost.ListenAndServe() } // want "is never stopped by Shutdown"
