// Package http is not net/http.
package http

// Server has the methods of the other.
type Server struct{ Addr string }

func (s *Server) ListenAndServe() error { return nil }

// ListenAndServe opens nothing.
func ListenAndServe(addr string, h any) error { return nil }
