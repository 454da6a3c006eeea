// Package dns is a stub of github.com/miekg/dns: the signatures that tests use.
package dns

import "net"

type Handler interface{ ServeDNS() }

type Server struct {
	Addr       string
	Net        string
	Listener   net.Listener
	PacketConn net.PacketConn
	Handler    Handler
}

func (srv *Server) ListenAndServe() error   { return nil }
func (srv *Server) ActivateAndServe() error { return nil }
func (srv *Server) Shutdown() error         { return nil }

func ListenAndServe(addr string, network string, handler Handler) error       { return nil }
func ListenAndServeTLS(addr, certFile, keyFile string, handler Handler) error { return nil }
