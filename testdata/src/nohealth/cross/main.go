// Package main gets its routes, and its server, from packages of its own.
package main

import (
	"net/http"

	"nohealth/cross/routes"
)

func main() {
	mux := http.NewServeMux()
	routes.Register(mux)
	go routes.Serve(routes.New())
	http.ListenAndServe(":8080", mux) // want `no route of this program looks like a health endpoint`
}
