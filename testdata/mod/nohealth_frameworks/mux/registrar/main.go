// Package main hands its mux to whatever is behind an interface.
package main

import (
	"net/http"

	"example.com/kit"
)

func main() {
	mux := http.NewServeMux()
	for _, r := range registrars {
		r.Register(mux)
	}
	http.ListenAndServe(":8080", mux)
}

var registrars []kit.Registrar
