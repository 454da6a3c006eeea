// Package main has a constructor that is given the address.
package main

import (
	"net"
	"net/http"
)

func main() {}

type server struct {
	addr string
	http *http.Server
}

func newServer(addr string) *server { return &server{addr: addr} }

func (s *server) run() error {
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		return err
	}
	return s.http.Serve(l)
}

func constructor() {
	newServer(":8705").run() // want `port "8705".*passed to net.Listen`
}
