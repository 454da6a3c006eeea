// Package main gets its certificates from Let's Encrypt.
package main

import (
	"net/http"

	"golang.org/x/crypto/acme/autocert"
)

func main() {
	m := &autocert.Manager{Prompt: autocert.AcceptTOS, Cache: autocert.DirCache("certs")}
	go http.ListenAndServe(":80", m.HTTPHandler(nil))
	srv := &http.Server{Addr: ":443", TLSConfig: m.TLSConfig()}
	srv.ListenAndServeTLS("", "")
}
