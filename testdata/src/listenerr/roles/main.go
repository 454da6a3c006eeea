// Package main has listeners that are not for its users.
package main

import (
	"net"
	"net/http"
	"os"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	go http.ListenAndServe(os.Getenv("METRICS"), promhttp.Handler())
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	go http.Serve(l, nil)
	free, _ := net.Listen("tcp", ":0")
	_ = free.Close()
	http.HandleFunc("/", http.NotFound)
	http.ListenAndServe(os.Getenv("ADDR"), nil) // want `is dropped`
}
