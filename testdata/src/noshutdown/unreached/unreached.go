// Package unreached has a stop method that nobody calls: it is enough that
// there is one.
package unreached

import (
	"context"
	"net/http"
)

type server struct{ http *http.Server }

func newServer(h http.Handler) *server {
	s := &server{http: &http.Server{Addr: ":8080", Handler: h}}
	go s.http.ListenAndServe()
	return s
}

func (s *server) shutdown(ctx context.Context) error { return s.http.Shutdown(ctx) }
