// Command option passes functional options.
package main

import (
	"net/http"
	"os"
)

type server struct{ addr string }

type option func(*server)

func withAddr(addr string) option { return func(s *server) { s.addr = addr } }

func newServer(opts ...option) *server {
	s := &server{addr: ":8080"}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *server) run() error { return http.ListenAndServe(s.addr, http.FileServer(http.Dir("."))) }

func main() { newServer(withAddr(":" + os.Getenv("PORT"))).run() }
