// Package main serves routes that are all known, none of them for health.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	mux.HandleFunc("GET /items/{id}", items)
	mux.HandleFunc("GET /{$}", items)
	mux.Handle("/users/{id}/status", http.HandlerFunc(items))
	mux.Handle("/static/", http.StripPrefix("/static/", http.FileServer(http.Dir("static"))))
	http.ListenAndServe(":8080", mux) // want `no route of this program looks like a health endpoint`
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
