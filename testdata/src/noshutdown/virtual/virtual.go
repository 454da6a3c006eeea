// Package virtual serves on listeners of its own, of which only one is a port.
package virtual

import (
	"errors"
	"net"
	"net/http"

	"noshutdown/virtual/tunnel"
)

// queue is a listener that is fed by the program itself.
type queue struct{ conns chan net.Conn }

func (q *queue) Accept() (net.Conn, error) {
	if c, ok := <-q.conns; ok {
		return c, nil
	}
	return nil, errors.New("closed")
}
func (q *queue) Close() error   { close(q.conns); return nil }
func (q *queue) Addr() net.Addr { return nil }

func newQueue() *queue { return &queue{conns: make(chan net.Conn)} }

func fed(h http.Handler) error {
	srv := &http.Server{Handler: h}
	return srv.Serve(newQueue())
}

// counted is a port that counts its connections.
type counted struct {
	net.Listener
	n int
}

func wrapped(h http.Handler, addr string) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: h}
	return srv.Serve(&counted{Listener: l}) // want "never stopped by Shutdown"
}

func inTunnel(h http.Handler) error { return http.Serve(tunnel.New(), h) }

func atGate(h http.Handler, addr string) error {
	g, err := tunnel.Open(addr)
	if err != nil {
		return err
	}
	return http.Serve(g, h) // want "gives no handle"
}
