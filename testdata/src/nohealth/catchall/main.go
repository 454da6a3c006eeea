// Package main has a handler for all paths.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/", items)
	http.ListenAndServe(":8080", mux)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
