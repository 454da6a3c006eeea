// Package main registers its routes on the default mux.
package main

import (
	"net/http"
)

func main() {
	http.HandleFunc("/items", items)
	http.ListenAndServe(":8080", nil) // want `no route of this program looks like a health endpoint`
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
