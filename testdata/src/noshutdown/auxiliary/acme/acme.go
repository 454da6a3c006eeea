// Package acme answers the challenges of a certificate authority.
package acme

import (
	"net/http"

	"golang.org/x/crypto/acme/autocert"
)

func challenges(h http.Handler) error {
	m := &autocert.Manager{Prompt: autocert.AcceptTOS}
	go http.ListenAndServe(":80", m.HTTPHandler(nil))
	srv := &http.Server{Addr: ":443", Handler: h, TLSConfig: m.TLSConfig()}
	return srv.ListenAndServeTLS("", "") // want "is never stopped by Shutdown"
}

func server() error {
	m := &autocert.Manager{Prompt: autocert.AcceptTOS}
	srv := &http.Server{Addr: ":http", Handler: m.HTTPHandler(nil)}
	return srv.ListenAndServe()
}

// What serves users over TLS is public, however it gets its certificate.
func public(h http.Handler) error {
	return http.Serve(autocert.NewListener("example.com"), h) // want "http.Serve gives no handle"
}
