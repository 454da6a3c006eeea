// Package web has a server with a port where none is set.
package web

import (
	"net/http"
	"strconv"
)

type Server struct {
	Addr  string
	Admin int
}

func (s *Server) addr() string {
	if s.Addr == "" {
		return ":8080"
	}
	return s.Addr
}

func (s *Server) admin() int {
	if s.Admin != 0 {
		return s.Admin
	}
	return 9090
}

func (s *Server) RunAdmin() error {
	return http.ListenAndServe(":"+strconv.Itoa(s.admin()), http.FileServer(http.Dir("admin")))
}

func (s *Server) Run() error {
	srv := &http.Server{Addr: s.addr(), Handler: http.FileServer(http.Dir("."))}
	return srv.ListenAndServe()
}
