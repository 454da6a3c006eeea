// Package main serves in a function that is given the mux and the address.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	serve(":8080", mux)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

func serve(addr string, h http.Handler) {
	http.ListenAndServe(addr, h) // want `no route of this program looks like a health endpoint`
}
