// Package echo is as v4.2.0 was, the only version in which StartServer serves
// with the Echo's own server.
package echo

import (
	"context"
	"net"
	"net/http"
)

// Echo is a server.
type Echo struct {
	Server   *http.Server
	Listener net.Listener
}

// New returns one.
func New() *Echo { return &Echo{Server: new(http.Server)} }

// StartServer listens where s says, and serves with another.
func (e *Echo) StartServer(s *http.Server) (err error) {
	if e.Listener, err = net.Listen("tcp", s.Addr); err != nil {
		return err
	}
	return e.serve()
}

func (e *Echo) serve() error { return e.Server.Serve(e.Listener) }

// Shutdown drains.
func (e *Echo) Shutdown(ctx context.Context) error { return e.Server.Shutdown(ctx) }
