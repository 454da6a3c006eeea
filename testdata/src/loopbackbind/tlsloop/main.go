// Package main listens with TLS on loopback.
package main

import (
	"crypto/tls"
	"net/http"
)

func main() {
	l, err := tls.Listen("tcp", "127.0.0.1:8443", &tls.Config{}) // want `host "127.0.0.1"`
	if err != nil {
		return
	}
	http.Serve(l, http.NotFoundHandler())
}
