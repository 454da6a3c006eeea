// Package web has an exported function that makes handlers of others, and uses it itself.
package web

import (
	"context"
	"log"
	"net/http"
	"time"
)

// Within has the requests of next end with parent.
func Within(parent context.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithCancel(r.Context())
		defer cancel()
		end := context.AfterFunc(parent, cancel)
		defer end()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// Under runs the requests of next in parent.
func Under(parent context.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(parent))
	})
}

// Cut serves until ctx ends, and its requests with it.
func Cut(ctx context.Context, addr string, h http.Handler) {
	drained(ctx, &http.Server{Addr: addr, Handler: Under(ctx, h)})
}

// CutHere does by itself what Cut does.
func CutHere(ctx context.Context, addr string, h http.Handler) {
	srv := &http.Server{Addr: addr, Handler: Within(ctx, h)} // want `requests run in a context that has ended when the stop at web.go:\d+ begins`
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}

// Kept serves until ctx ends; its requests have a context of their own.
func Kept(ctx context.Context, addr string, h http.Handler) {
	drained(ctx, &http.Server{Addr: addr, Handler: Under(context.WithoutCancel(ctx), h)})
}

func drained(ctx context.Context, srv *http.Server) {
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
