// Package local has servers for its own machine.
package local

import (
	"net"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/test/bufconn"
)

func unix(h http.Handler) error {
	l, err := net.Listen("unix", "/run/app.sock")
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: h}
	return srv.Serve(l)
}

func unixHandleless(h http.Handler) error {
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: "/run/app.sock"})
	if err != nil {
		return err
	}
	return http.Serve(l, h)
}

func anyPort(h http.Handler) (net.Addr, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	srv := &http.Server{Handler: h}
	go srv.Serve(l)
	return l.Addr(), nil
}

func inMemory() {
	l := bufconn.Listen(1 << 20)
	srv := grpc.NewServer()
	go srv.Serve(l)
}

// A port on loopback may have a proxy in front of it.
func loopback(h http.Handler) error {
	return http.ListenAndServe("127.0.0.1:8080", h) // want "http.ListenAndServe gives no handle"
}

// Port 0 on all interfaces is for users.
func anyPublic(h http.Handler) error {
	l, err := net.Listen("tcp", ":0")
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: h}
	return srv.Serve(l) // want "is never stopped by Shutdown"
}
