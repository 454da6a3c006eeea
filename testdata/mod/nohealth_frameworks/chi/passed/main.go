// Package main has middleware of its own that is that of somebody else.
package main

import (
	"net/http"

	"example.com/kit"
	"github.com/go-chi/chi/v5"
)

func main() {
	r := chi.NewRouter()
	r.Use(auth)
	r.Get("/items", items)
	http.ListenAndServe(":8080", r)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

func auth(next http.Handler) http.Handler { return kit.Middleware(next) }
