// Package main has subrouters and prefixes, all of it known.
package main

import (
	"net/http"

	"github.com/gorilla/mux"
)

func main() {
	r := mux.NewRouter().StrictSlash(true)
	api := r.PathPrefix("/api/{version}").Subrouter()
	api.HandleFunc("/status", items).Methods(http.MethodGet)
	r.Path("/items").Methods(http.MethodPost).HandlerFunc(items)
	r.PathPrefix("/static/").Handler(http.StripPrefix("/static/", http.FileServer(http.Dir("static"))))
	http.ListenAndServe(":8080", r) // want `no route of this program looks like a health endpoint`
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
