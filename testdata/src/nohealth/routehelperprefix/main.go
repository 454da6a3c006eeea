// Package main hands out parts of its router that have different paths, so that it is not known what
// they make of the routes.
package main

import (
	"net/http"

	"github.com/gorilla/mux"
)

func list(w http.ResponseWriter, r *http.Request) {}

func register(r *mux.Router) { r.Path("/").HandlerFunc(list) }

const name = "well"

func main() {
	r := mux.NewRouter()
	register(r.PathPrefix("/orders").Subrouter())
	register(r.PathPrefix("/" + name).Subrouter())
	http.ListenAndServe(":8080", r)
}
