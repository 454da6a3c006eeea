// Package main registers through an interface of its own.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	register(mux)
	http.ListenAndServe(":8080", mux)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

type router interface {
	HandleFunc(string, func(http.ResponseWriter, *http.Request))
}

func register(r router) { r.HandleFunc("/items", items) }
