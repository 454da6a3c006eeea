// Package web has a default, and a method to change it.
package web

import "net/http"

type Server struct{ port string }

func New() *Server { return &Server{port: "8162"} }

func (s *Server) SetPort(port string) { s.port = port }

func (s *Server) Run() error { return http.ListenAndServe(":"+s.port, nil) }
