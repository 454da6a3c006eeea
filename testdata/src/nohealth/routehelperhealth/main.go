// Package main registers its routes through a function, once below a path.
package main

import (
	"net/http"

	"github.com/gorilla/mux"
)

func list(w http.ResponseWriter, r *http.Request) {}

func register(r *mux.Router, name string) { r.Path("/" + name).HandlerFunc(list) }

func main() {
	r := mux.NewRouter()
	register(r, "orders")
	register(r.PathPrefix("/internal").Subrouter(), "healthz")
	http.ListenAndServe(":8080", r)
}
