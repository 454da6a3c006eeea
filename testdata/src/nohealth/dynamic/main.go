// Package main hands its mux to functions in a slice.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	for _, register := range registrars {
		register(mux)
	}
	http.ListenAndServe(":8080", mux)
}

var registrars []func(*http.ServeMux)
