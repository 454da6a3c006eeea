// Package server makes a server whose stop cancels all its requests.
package server

import (
	"context"
	"net/http"
)

// Server is one.
type Server struct {
	http.Server
	mux *http.ServeMux
}

// New makes it.
func New(addr string) *Server {
	s := &Server{mux: http.NewServeMux()}
	s.Addr = addr
	ctx, cancel := context.WithCancel(context.Background())
	s.RegisterOnShutdown(cancel)
	s.Handler = within(ctx, s.mux)
	return s
}

func within(ctx context.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(ctx)) // want `requests run in a context that the stop itself cancels .*server.go:20.*while the server's stop waits`
	})
}
