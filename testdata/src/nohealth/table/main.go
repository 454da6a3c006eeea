// Package main registers what a table holds.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.HandleFunc(r.path, items)
	}
	http.ListenAndServe(":8080", mux)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

var routes = []struct{ path string }{{"/items"}, {"/healthz"}}
