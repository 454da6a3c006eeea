// Package localaddr has its local addresses in the server.
package localaddr

import (
	"flag"
	"net"
	"net/http"
)

func anyPort(h http.Handler) error {
	srv := &http.Server{Addr: "localhost:0", Handler: h}
	return srv.ListenAndServe()
}

func anyPortHandleless(h http.Handler) error { return http.ListenAndServe("[::1]:0", h) }

func listen(path string) (net.Listener, error) { return net.Listen("unix", path) }

func unix(h http.Handler) error {
	l, err := listen("/run/app.sock")
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: h}
	return srv.Serve(l)
}

var socket = flag.String("socket", "/run/app.sock", "path")

func unixFlag(h http.Handler) error {
	l, err := net.Listen("unix", *socket)
	if err != nil {
		return err
	}
	return http.Serve(l, h)
}

// One of both may be for users.
func either(h http.Handler, local bool) error {
	var l net.Listener
	var err error
	if local {
		l, err = net.Listen("unix", "/run/app.sock")
	} else {
		l, err = net.Listen("tcp", ":8080")
	}
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: h}
	return srv.Serve(l) // want "is never stopped by Shutdown"
}
