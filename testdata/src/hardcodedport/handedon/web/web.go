// Package web has methods and functions that listen.
package web

import "net/http"

type Server struct{ addr string }

func New(addr string) *Server { return &Server{addr} }

func (s *Server) Run() error { return http.ListenAndServe(s.addr, nil) }

// App keeps a server that it makes when it runs.
type App struct {
	Addr   string
	server *Server
}

func (a *App) Run() error {
	a.server = New(a.Addr)
	return a.server.Run()
}
