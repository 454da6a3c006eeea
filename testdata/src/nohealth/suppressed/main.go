// Package main is told why.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	http.ListenAndServe(":8080", mux) //portvet:ignore nohealth -- the proxy beside it answers
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
