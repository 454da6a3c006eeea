// Package listenerfirst binds before it serves, in several functions.
package listenerfirst

import (
	"context"
	"net"
	"net/http"
)

type app struct {
	lis net.Listener
	srv *http.Server
}

func (a *app) listen(addr string) (err error) {
	a.lis, err = net.Listen("tcp", addr)
	return err
}

func (a *app) serve(h http.Handler) error {
	a.srv = &http.Server{Handler: h}
	return a.srv.Serve(a.lis)
}

func (a *app) stop(ctx context.Context) { a.srv.Shutdown(ctx) }

type plain struct{ lis net.Listener }

func (p *plain) listen(addr string) (err error) {
	p.lis, err = net.Listen("tcp", addr)
	return err
}

func (p *plain) serve(h http.Handler) error {
	return http.Serve(p.lis, h) // want "http.Serve gives no handle"
}

func (p *plain) stop() { p.lis.Close() }

// A socket given by systemd is for users too.
func inherited(h http.Handler, l net.Listener) error {
	srv := &http.Server{Handler: h}
	return srv.Serve(l) // want "is never stopped by Shutdown"
}
