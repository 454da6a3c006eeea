// Package main writes its health endpoint with a mark between the words.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	mux.HandleFunc("/health_check", items)
	http.ListenAndServe(":8080", mux)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
