// Package web knows only the interface.
package web

import (
	"net/http"

	"hardcodedport/behind/source"
)

type Server struct{ from source.Source }

func New(from source.Source) *Server { return &Server{from} }

func (s *Server) Run() error { return http.ListenAndServe(s.from.Addr(), nil) }
