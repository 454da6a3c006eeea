// Package main registers its routes through a method, and none of them is a
// health endpoint.
package main

import (
	"expvar"
	"net/http"

	"github.com/gorilla/mux"
)

type api struct{ router *mux.Router }

func (a *api) register(r *mux.Router) {
	r.Path("/orders").Methods("GET").HandlerFunc(a.list)
	r.Path("/orders/{id}").Methods("DELETE").HandlerFunc(a.list)
}

func (a *api) own() { a.router.Path("/own").HandlerFunc(a.list) }

func (a *api) list(w http.ResponseWriter, r *http.Request) {}

func main() {
	r := mux.NewRouter()
	a := &api{router: r}
	a.register(r)
	a.own()
	r.Path("/vars").Handler(expvar.Handler())
	http.ListenAndServe(":8080", r) // want `no route`
}
