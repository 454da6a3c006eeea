// Package main serves on the listener of autocert.
package main

import (
	"net/http"

	"golang.org/x/crypto/acme/autocert"
)

func main() {
	http.Serve(autocert.NewListener("example.com"), nil)
}

func manager() {
	m := &autocert.Manager{Prompt: autocert.AcceptTOS}
	http.Serve(m.Listener(), nil)
}

func beside() {
	http.ListenAndServe(":8080", nil) // want `port "8080"`
}
