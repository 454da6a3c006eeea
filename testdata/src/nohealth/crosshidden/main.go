// Package main has a package of its own that registers routes whose paths are not known.
package main

import (
	"net/http"

	"nohealth/crosshidden/routes"
)

func main() {
	mux := http.NewServeMux()
	routes.Register(mux)
	http.ListenAndServe(":8080", mux)
}
