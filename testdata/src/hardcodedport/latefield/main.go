// Package main gives the address to a server in a field.
package main

import (
	"net/http"
)

func main() {}

type lateServer struct{ srv http.Server }

func (s *lateServer) configure(h http.Handler) {
	s.srv.Addr = ":8715" // want `port "8715"`
	s.srv.Handler = h
}

func (s *lateServer) start() error { return s.srv.ListenAndServe() }

func late() {
	s := new(lateServer)
	s.configure(nil)
	s.start()
}
