// Package main has a router that somebody else makes.
package main

import (
	"net/http"

	"example.com/kit"
)

func main() {
	r := kit.NewRouter()
	r.Get("/items", items)
	http.ListenAndServe(":8080", r)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
