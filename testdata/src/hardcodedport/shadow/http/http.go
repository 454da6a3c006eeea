// Package http has the names of net/http, and listens on nothing.
package http

type Server struct{ Addr string }

func (s *Server) ListenAndServe() error { return nil }

func ListenAndServe(addr string, h any) error { return nil }
