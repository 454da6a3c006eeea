// Package shared starts servers for two programs.
package shared

import "net/http"

type Server struct {
	Host string
	Port string
}

func (s *Server) Run() error { return http.ListenAndServe(s.Host+":"+s.Port, http.NotFoundHandler()) }
