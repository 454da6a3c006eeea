// Package meter has a server whose flag has the default that it is given.
package meter

import (
	"flag"
	"net/http"
)

type Meter struct{ addr string }

func (m *Meter) Flags(fs *flag.FlagSet, addr string) {
	fs.StringVar(&m.addr, "meter", addr, "where to tell of ourselves")
}

func (m *Meter) Run() error {
	srv := &http.Server{Addr: m.addr, Handler: http.FileServer(http.Dir("."))}
	return srv.ListenAndServe()
}
