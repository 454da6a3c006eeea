// Command option passes a flag as an option.
package main

import (
	"flag"
	"net/http"
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

func (s *server) run() error {
	return http.ListenAndServe(s.addr, http.FileServer(http.Dir(".")))
}

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	newServer(withAddr(":" + *port)).run() // want "it comes from flag -port .http.ListenAndServe at main.go:24."
}
