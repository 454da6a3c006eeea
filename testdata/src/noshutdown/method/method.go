// Package method has starts and stops in methods of one type, with the server
// made in a third.
package method

import (
	"context"
	"net/http"
)

type Server struct {
	addr string
	mux  *http.ServeMux
	srv  *http.Server
}

// New makes a Server.
func New(addr string) *Server {
	s := &Server{addr: addr, mux: http.NewServeMux()}
	s.init()
	return s
}

func (s *Server) init() {
	s.srv = &http.Server{Addr: s.addr, Handler: s.mux}
	s.mux.HandleFunc("/", func(http.ResponseWriter, *http.Request) {})
}

// Start starts it.
func (s *Server) Start() error { return s.server().ListenAndServe() }

// Stop stops it.
func (s *Server) Stop(ctx context.Context) error { return s.server().Shutdown(ctx) }

func (s *Server) server() *http.Server { return s.srv }

// Forgotten has no Stop.
type Forgotten struct{ srv *http.Server }

// NewForgotten makes one.
func NewForgotten(addr string, h http.Handler) *Forgotten {
	return &Forgotten{srv: &http.Server{Addr: addr, Handler: h}}
}

// Start starts it.
func (f *Forgotten) Start() error {
	return f.srv.ListenAndServe() // want "is never stopped by Shutdown"
}

// Exported has a server that everybody can stop.
type Exported struct{ Server *http.Server }

// NewExported makes one.
func NewExported(addr string, h http.Handler) *Exported {
	return &Exported{Server: &http.Server{Addr: addr, Handler: h}}
}

// Start starts it.
func (e *Exported) Start() error { return e.Server.ListenAndServe() }

// Given starts a server of the caller's.
func Given(srv *http.Server) error { return srv.ListenAndServe() }
