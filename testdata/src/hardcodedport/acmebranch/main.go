// Package main starts the server of its certificate manager where it starts
// all others, with and without TLS.
package main

import (
	"crypto/tls"
	"log"
	"net/http"
	"os"

	"golang.org/x/crypto/acme/autocert"
)

func main() {
	srv := &http.Server{Addr: ":" + os.Getenv("PORT")}
	if os.Getenv("AUTOTLS") != "" {
		srv = automatic()
	}
	log.Fatal(start(srv))
}

func automatic() *http.Server {
	m := autocert.Manager{Prompt: autocert.AcceptTOS, HostPolicy: autocert.HostWhitelist(os.Getenv("HOST"))}
	return &http.Server{Addr: ":https", TLSConfig: &tls.Config{GetCertificate: m.GetCertificate}}
}

func start(s *http.Server) error {
	if s.TLSConfig == nil {
		return s.ListenAndServe()
	}
	return s.ListenAndServeTLS("", "")
}
