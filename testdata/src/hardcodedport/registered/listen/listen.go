// Package listen has a server whose address a flag decides, and one whose
// address nothing does.
package listen

import (
	"flag"
	"net/http"
)

type Server struct{ addr, admin string }

func (s *Server) Flags(fs *flag.FlagSet) { fs.StringVar(&s.addr, "addr", "", "where to listen") }

func (s *Server) Run() error {
	srv := &http.Server{Addr: s.addr, Handler: http.FileServer(http.Dir("."))}
	return srv.ListenAndServe()
}

func (s *Server) RunAdmin() error {
	srv := &http.Server{Addr: s.admin, Handler: http.FileServer(http.Dir("admin"))}
	return srv.ListenAndServe()
}
