// Package main serves in a function that is given a mux, and once something else.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	go serve(":8080", mux)
	serve(":8081", http.HandlerFunc(items))
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

func serve(addr string, h http.Handler) {
	http.ListenAndServe(addr, h)
}
