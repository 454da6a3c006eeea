// Package web starts servers for others.
package web

import (
	"log"
	"net"
	"net/http"
)

// Run serves.
func Run(addr string, h http.Handler) error { return http.ListenAndServe(addr, h) }

// Go serves in the background.
func Go(addr string, h http.Handler) {
	go http.ListenAndServe(addr, h) // it is not known here that h is for users
}

// Files serves in the background.
func Files(addr string) {
	go http.ListenAndServe(addr, http.FileServer(http.Dir("."))) // want `is dropped`
}

// Logged serves and logs.
func Logged(addr string, h http.Handler) {
	if err := http.ListenAndServe(addr, h); err != nil {
		log.Print(err)
	}
}

// Server is a server.
type Server struct{ srv http.Server }

// New makes a Server.
func New(addr string) *Server { return &Server{http.Server{Addr: addr}} }

// Serve serves until it is stopped.
func (s *Server) Serve() error { return s.srv.ListenAndServe() }

// Bind listens.
func Bind(addr string) (net.Listener, error) { return net.Listen("tcp", addr) }
