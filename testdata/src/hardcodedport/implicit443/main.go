// Package main serves TLS only.
package main

import (
	"crypto/tls"
	"net/http"
)

func main() {
	srv := &http.Server{TLSConfig: &tls.Config{}}
	srv.ListenAndServeTLS("cert.pem", "key.pem") // want `port "443" is hardcoded: .*by default`
}

func empty() {
	http.ListenAndServeTLS("", "cert.pem", "key.pem", nil) // want `port "443"`
}

func named() {
	http.ListenAndServeTLS(":https", "cert.pem", "key.pem", nil) // want `port "443"`
	tls.Listen("tcp", ":8443", &tls.Config{})                    // want `port "8443"`
}
