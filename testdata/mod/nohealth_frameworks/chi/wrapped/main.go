// Package main has middleware of somebody else around its router.
package main

import (
	"net/http"

	"example.com/kit"
	"github.com/go-chi/chi/v5"
)

func main() {
	r := chi.NewRouter()
	r.Get("/items", items)
	http.ListenAndServe(":8080", kit.Middleware(r))
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
