// Package main also listens on a socket, which no other machine can reach.
package main

import (
	"net"
	"net/http"
)

func main() {
	l, err := net.Listen("unix", "/run/app.sock")
	if err != nil {
		return
	}
	go http.Serve(l, http.NotFoundHandler())
	http.ListenAndServe("localhost:8080", http.NotFoundHandler()) // want `host "localhost"`
}
