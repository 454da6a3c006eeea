// Package main has a handler for all that no route matches.
package main

import (
	"net/http"

	"github.com/gorilla/mux"
)

func main() {
	r := mux.NewRouter()
	r.NotFoundHandler = http.HandlerFunc(items)
	http.ListenAndServe(":8080", r)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
