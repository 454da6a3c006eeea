// Package main hands out parts of its router, which not all have one path.
package main

import (
	"net/http"

	"github.com/gorilla/mux"
)

func list(w http.ResponseWriter, r *http.Request) {}

func register(r *mux.Router) { r.Methods("GET").HandlerFunc(list) }

func main() {
	r := mux.NewRouter()
	register(r.Path("/orders").Subrouter())
	register(r.PathPrefix("/").Subrouter())
	http.ListenAndServe(":8080", r)
}
