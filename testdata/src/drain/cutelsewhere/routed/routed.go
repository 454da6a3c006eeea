// Package routed makes a server whose stop ends one kind of requests, which would last
// for ever.
package routed

import (
	"context"
	"net/http"
)

// New makes it.
func New(addr string) *http.Server {
	mux := http.NewServeMux()
	s := &http.Server{Addr: addr, Handler: mux}
	ctx, cancel := context.WithCancel(context.Background())
	s.RegisterOnShutdown(cancel)
	mux.Handle("GET /watch", within(ctx, http.HandlerFunc(watch)))
	return s
}

func within(ctx context.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func watch(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
