// Package main has servers without an address: they listen on :http.
package main

import (
	"net"
	"net/http"
)

func main() {
	srv := &http.Server{Handler: http.NotFoundHandler()}
	srv.ListenAndServe() // want `port "80" is hardcoded: \(\*http\.Server\)\.ListenAndServe listens on it by default, so the platform cannot choose another`
}

func value() {
	var srv http.Server
	srv.ListenAndServe() // want `port "80"`
}

func empty() {
	http.ListenAndServe("", nil) // want `port "80"`
}

func emptyField() error {
	return (&http.Server{Addr: ""}).ListenAndServe() // want `port "80"`
}

func named() {
	http.ListenAndServe(":http", nil)     // want `port "80" is hardcoded`
	http.ListenAndServe(":http-alt", nil) // want `port "8080" is hardcoded`
}

func filled(addr func() string) {
	srv := &http.Server{}
	srv.Addr = addr()
	srv.ListenAndServe()
}

// The caller may fill it.
func given(srv *http.Server) {
	srv.ListenAndServe()
}

// held may be given a listener, which is where it listens then.
type held struct {
	srv *http.Server
	on  net.Listener
}

func (h *held) serve() error {
	if h.on == nil {
		return h.srv.ListenAndServe()
	}
	return h.srv.Serve(h.on)
}

var listeners = make(chan net.Listener)

func hold() error { return (&held{srv: &http.Server{}, on: <-listeners}).serve() }

// apart is given a listener for another server.
func apart(on net.Listener) {
	metrics, srv := &http.Server{}, &http.Server{}
	go metrics.Serve(on)
	srv.ListenAndServe() // want `port "80" is hardcoded`
}
