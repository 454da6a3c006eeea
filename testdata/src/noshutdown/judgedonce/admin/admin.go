// Package admin has a program by itself, for operators beside others by its name.
package admin

import (
	"net"
	"net/http"

	"noshutdown/judgedonce/api"
)

type Adm struct{ l net.Listener }

func New(addr string) (*Adm, error) {
	l, err := net.Listen("tcp", addr)
	return &Adm{l}, err
}

type server struct{ router http.Handler }

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.router.ServeHTTP(w, r) }

func newServer() *server {
	m := http.NewServeMux()
	m.HandleFunc("/x", func(http.ResponseWriter, *http.Request) {})
	return &server{m}
}

func (a *Adm) Main() error {
	h := newServer()
	exit := make(chan error)
	go func() { exit <- api.Serve(a.l, h) }()
	return <-exit
}

func (a *Adm) Exit() { a.l.Close() }
