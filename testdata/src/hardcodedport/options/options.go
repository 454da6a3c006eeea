// Package main has functional options.
package main

import (
	"net/http"
)

type server struct{ addr string }

type option func(*server)

func withAddr(addr string) option { return func(s *server) { s.addr = addr } }

func newServer(opts ...option) *server {
	s := &server{}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *server) run() error { return http.ListenAndServe(s.addr, nil) }

func main() {
	newServer(withAddr(":8801")).run() // want `port "8801".*passed to http.ListenAndServe at options.go:22`
}
