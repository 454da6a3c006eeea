// Package main takes whatever port is free on its own machine, and has sockets.
package main

import (
	"net"
	"net/http"
)

func main() {
	http.ListenAndServe("127.0.0.1:0", nil)
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return
	}
	http.Serve(l, nil)
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	net.Listen("tcp", "localhost:")
	net.Listen("unix", "localhost")
	net.Listen("unix", "/run/127.0.0.1:8080")
}
