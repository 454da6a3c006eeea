// Package main registers through a method value.
package main

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func main() {
	r := chi.NewRouter()
	for path, method := range map[string]func(string, http.HandlerFunc){"/items": r.Get} {
		method(path, items)
	}
	http.ListenAndServe(":8080", r)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
