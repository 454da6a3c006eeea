// Package main has functions that are given addresses.
package main

import (
	"fmt"
	"net/http"
)

func main() {}

func start() {
	serve("127.0.0.1:8203")      // want `host "127.0.0.1" is loopback, so nothing outside the container can connect \(passed to http.ListenAndServe at main.go:16\)`
	serveHost("localhost", 8204) // want `host "localhost".*passed to`
}

func serve(addr string) error { return http.ListenAndServe(addr, nil) }

func serveHost(host string, port int) error {
	return http.ListenAndServe(fmt.Sprintf("%s:%d", host, port), nil)
}
