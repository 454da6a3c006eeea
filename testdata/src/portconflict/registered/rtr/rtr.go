// Package rtr has a server that registers its own flags.
package rtr

import (
	"flag"
	"net/http"
)

type Server struct{ bind string }

func (s *Server) Flags(fs *flag.FlagSet) { fs.StringVar(&s.bind, "bind", ":8282", "where to listen") }

func (s *Server) Run() error {
	srv := &http.Server{Addr: s.bind, Handler: http.FileServer(http.Dir("."))}
	return srv.ListenAndServe()
}
