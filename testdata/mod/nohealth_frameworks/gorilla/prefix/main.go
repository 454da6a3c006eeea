// Package main has a handler for all below a prefix.
package main

import (
	"net/http"

	"github.com/gorilla/mux"
)

func main() {
	r := mux.NewRouter()
	r.PathPrefix("/").HandlerFunc(items)
	http.ListenAndServe(":8080", r)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
