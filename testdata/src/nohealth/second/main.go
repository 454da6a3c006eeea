// Package main has its health endpoint on another listener.
package main

import (
	"net/http"
)

func main() {
	probes := http.NewServeMux()
	probes.HandleFunc("/healthz", items)
	go http.ListenAndServe(":8081", probes)
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	http.ListenAndServe(":8080", mux)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
