// Package shadowed has other things that are called http.
package shadowed

import "net/http"

type fake struct{}

func (fake) ListenAndServe(string, any) error { return nil }

func shadowed() error {
	http := fake{}
	return http.ListenAndServe(":8080", nil)
}

func parameter(http fake) error { return http.ListenAndServe(":8080", nil) }

func real(h http.Handler) error {
	return http.ListenAndServe(":8080", h) // want "http.ListenAndServe gives no handle"
}

// Server is not the one of net/http.
type Server struct{ Addr string }

func (s *Server) ListenAndServe() error { return nil }

func own() error { return (&Server{Addr: ":8080"}).ListenAndServe() }
