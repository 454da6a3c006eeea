// Package main serves TLS on 443 with the certificates of a manager.
package main

import (
	"crypto/tls"
	"net/http"

	"golang.org/x/crypto/acme/autocert"
)

func main() {
	m := &autocert.Manager{Prompt: autocert.AcceptTOS}
	srv := &http.Server{Addr: ":443", TLSConfig: &tls.Config{GetCertificate: m.GetCertificate}}
	srv.ListenAndServeTLS("", "")
}
