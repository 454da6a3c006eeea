// Package middleware makes handlers of others.
package middleware

import (
	"context"
	"log"
	"net/http"
)

// With hands requests on with ctx for their own.
func With(ctx context.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// Until cancels requests when ctx ends.
func Until(ctx context.Context) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			of, cancel := context.WithCancel(r.Context())
			defer cancel()
			stop := context.AfterFunc(ctx, cancel)
			defer stop()
			next.ServeHTTP(w, r.WithContext(of))
		})
	}
}

// Log says when requests come after ctx has ended.
func Log(ctx context.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if ctx.Err() != nil {
			log.Print(r.URL.Path)
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), http.ServerContextKey, nil)))
	})
}

// Router hands the requests of one route on with ctx, and leaves the others alone.
func Router(ctx context.Context, files http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", files)
	mux.HandleFunc("/long", func(w http.ResponseWriter, r *http.Request) {
		files.ServeHTTP(w, r.WithContext(ctx))
	})
	return mux
}
