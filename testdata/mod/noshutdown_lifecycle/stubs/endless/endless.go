// Package endless is a stub of github.com/stevenh/endless: the signatures that tests use.
package endless

import "net/http"

type endlessServer struct{ http.Server }

func NewServer(addr string, handler http.Handler) (srv *endlessServer) { return nil }
func ListenAndServe(addr string, handler http.Handler) error           { return nil }
func (srv *endlessServer) ListenAndServe() (err error)                 { return nil }
