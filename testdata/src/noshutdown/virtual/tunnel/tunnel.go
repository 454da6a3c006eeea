// Package tunnel has streams within connections.
package tunnel

import "net"

// Session accepts streams, which are no connections of the system.
type Session struct {
	streams chan *stream
	closed  bool
}

type stream struct{ net.Conn }

func New() *Session { return &Session{streams: make(chan *stream)} }

func (s *Session) Accept() (net.Conn, error) { return <-s.streams, nil }
func (s *Session) Close() error              { s.closed = true; return nil }
func (s *Session) Addr() net.Addr            { return nil }

// Gate is a port.
type Gate struct {
	inner net.Listener
	n     int
}

func Open(addr string) (*Gate, error) {
	l, err := net.Listen("tcp", addr)
	return &Gate{inner: l}, err
}

func (g *Gate) Accept() (net.Conn, error) { g.n++; return g.inner.Accept() }
func (g *Gate) Close() error              { return g.inner.Close() }
func (g *Gate) Addr() net.Addr            { return g.inner.Addr() }
