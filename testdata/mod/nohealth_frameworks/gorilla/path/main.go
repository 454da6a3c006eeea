// Package main has its health endpoint in a chain.
package main

import (
	"net/http"

	"github.com/gorilla/mux"
)

func main() {
	r := mux.NewRouter()
	r.Methods(http.MethodGet).Path("/healthz").HandlerFunc(items)
	http.ListenAndServe(":8080", r)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
