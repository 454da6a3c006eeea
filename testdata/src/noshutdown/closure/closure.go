// Package closure starts and stops servers in function literals.
package closure

import (
	"context"
	"net/http"
)

func captured(ctx context.Context, h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	start := func() error { return srv.ListenAndServe() }
	stop := func() error { return srv.Shutdown(ctx) }
	go start()
	<-ctx.Done()
	stop()
}

func capturedNever(ctx context.Context, h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	start := func() error { return srv.ListenAndServe() } // want "is never stopped by Shutdown"
	go start()
	<-ctx.Done()
}

func inner(h http.Handler) {
	go func() {
		srv := &http.Server{Addr: ":8080", Handler: h}
		func() {
			_ = srv.ListenAndServe() // want "is never stopped by Shutdown"
		}()
	}()
}

func handleless(h http.Handler) func() error {
	return func() error { return http.ListenAndServe(":8080", h) } // want "http.ListenAndServe gives no handle"
}

// The server is assigned in one closure and stopped in another.
func assigned(ctx context.Context, h http.Handler) {
	var srv *http.Server
	go func() {
		srv = &http.Server{Addr: ":8080", Handler: h}
		srv.ListenAndServe()
	}()
	defer func() {
		if srv != nil {
			srv.Shutdown(context.Background())
		}
	}()
	<-ctx.Done()
}

// Handed to the closure as an argument.
func argument(ctx context.Context, h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go func(s *http.Server) { s.ListenAndServe() }(srv)
	<-ctx.Done()
	func(s *http.Server) { s.Shutdown(context.Background()) }(srv)
}
