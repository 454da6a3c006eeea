// Package main listens on 443 itself, with the certificates of a manager.
package main

import (
	"crypto/tls"
	"net/http"

	"golang.org/x/crypto/acme/autocert"
)

func main() {}

func config() {
	m := &autocert.Manager{Prompt: autocert.AcceptTOS}
	l, err := tls.Listen("tcp", ":443", m.TLSConfig())
	if err != nil {
		return
	}
	http.Serve(l, nil)
}
