// Package main mounts a mux with a health endpoint.
package main

import (
	"net/http"
)

func main() {
	sub := http.NewServeMux()
	sub.HandleFunc("/status", items)
	mux := http.NewServeMux()
	mux.Handle("/api/", http.StripPrefix("/api", sub))
	http.ListenAndServe(":8080", mux)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
