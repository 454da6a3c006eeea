// Package main has a health endpoint of its own, for the kubelet's exec probe,
// beside the socket on which it serves.
package main

import (
	"net"
	"net/http"
)

func main() {
	net.Listen("unix", "/run/app.sock")
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	http.ListenAndServe("127.0.0.1:8081", mux)
}
