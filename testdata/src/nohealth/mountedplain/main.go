// Package main mounts a mux of which all routes are known.
package main

import (
	"net/http"
)

func main() {
	sub := http.NewServeMux()
	sub.HandleFunc("/items", items)
	mux := http.NewServeMux()
	mux.Handle("/api/", http.StripPrefix("/api", sub))
	http.ListenAndServe(":8080", mux) // want `no route of this program looks like a health endpoint`
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
