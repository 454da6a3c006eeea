// Package main has variables, types and functions with the names of others.
package main

import (
	"net"
	"net/http"

	myhttp "hardcodedport/shadow/http"
)

type client struct{}

func (client) ListenAndServe(addr string, h any) error { return nil }
func (client) Listen(network, addr string) error       { return nil }

func shadowed() {
	var http, net client
	http.ListenAndServe(":9108", nil)
	net.Listen("tcp", ":9109")
}

type Server struct{ Addr string }

func (s *Server) ListenAndServe() error { return nil }

func ownServer() {
	s := &Server{Addr: ":9110"}
	s.ListenAndServe()
}

func otherPackage() {
	myhttp.ListenAndServe(":9111", nil)
	s := &myhttp.Server{Addr: ":9112"}
	s.ListenAndServe()
}

func Listen(network, addr string) {}

func local() {
	Listen("tcp", ":9113")
}

// An inner variable with the name of an outer one.
func inner(cond bool) {
	addr := ":9114"
	if cond {
		addr := ":0"
		net.Listen("tcp", addr)
	}
	net.Listen("tcp", addr) // want `port "9114"`
	_ = http.DefaultServeMux
}

func main() {}
