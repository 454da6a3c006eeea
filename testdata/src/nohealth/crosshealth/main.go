// Package main gets its health endpoint from a package of its own.
package main

import (
	"net/http"

	"nohealth/crosshealth/routes"
)

func main() {
	mux := http.NewServeMux()
	routes.Register(mux)
	http.ListenAndServe(":8080", mux)
}
