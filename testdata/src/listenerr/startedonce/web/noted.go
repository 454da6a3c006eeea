package web

import (
	"context"
	"log"
	"net"
	"net/http"
)

// Noted notes that it listens, for its end.
type Noted struct {
	srv  *http.Server
	ln   net.Listener
	open bool
}

// NewNoted returns one.
func NewNoted() *Noted { return &Noted{srv: &http.Server{Handler: http.NotFoundHandler()}} }

// Start keeps from its caller that it cannot listen.
func (n *Noted) Start(addr string) {
	if n.open {
		return
	}
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		log.Print("cannot listen: ", err)
		return
	}
	n.ln, n.open = ln, true
	go func() { log.Print(n.srv.Serve(ln)) }()
}

// Stop ends it.
func (n *Noted) Stop() {
	if !n.open {
		return
	}
	n.end()
}

func (n *Noted) end() {
	if err := n.srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}

// Asked tells whether it listens.
type Asked struct {
	Up      bool
	srv     *http.Server
	ln, own net.Listener
}

// NewAsked returns one.
func NewAsked() *Asked { return &Asked{srv: &http.Server{Handler: http.NotFoundHandler()}} }

// Start keeps the listener for Stopped.
func (a *Asked) Start(addr string) {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		log.Print("cannot listen: ", err)
		return
	}
	a.ln = ln
	go func() { log.Print(a.srv.Serve(ln)) }()
}

// Stopped reports whether it does not listen.
func (a *Asked) Stopped() bool { return a.ln == nil }

// Open keeps the listener for Listening.
func (a *Asked) Open(addr string) {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		log.Print("cannot listen: ", err)
		return
	}
	a.own = ln
	go func() { log.Print(a.srv.Serve(ln)) }()
}

// Listening reports whether it listens.
func (a *Asked) Listening() bool { return a.own != nil }

// Begin says that it listens.
func (a *Asked) Begin(addr string) {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		log.Print("cannot listen: ", err)
		return
	}
	a.Up = true
	go func() { log.Print(a.srv.Serve(ln)) }()
}
