// Package main registers through a method value.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	handle := mux.HandleFunc
	handle("/items", items)
	http.ListenAndServe(":8080", mux)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
