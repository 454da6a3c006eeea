// Package main calls net/http by another name, and others by its name.
package main

import (
	web "net/http"
)

func main() {
	web.ListenAndServe("localhost:8101", nil) // want `host "localhost"`
}

type client struct{}

func (client) ListenAndServe(addr string, h any) error { return nil }

func shadowed() {
	var http client
	http.ListenAndServe("localhost:8102", nil)
}
