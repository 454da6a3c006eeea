// Package main registers routes in a generic function, and keeps its mux in a generic type.
package main

import (
	"net/http"
)

func main() {
	a := app[int]{mux: http.NewServeMux()}
	handle[string](a.mux, "/items")
	a.serve()
}

type app[T any] struct{ mux *http.ServeMux }

func (a *app[T]) serve() {
	http.ListenAndServe(":8080", a.mux) // want `no route of this program looks like a health endpoint`
}

func handle[T any](mux *http.ServeMux, path string) {
	mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { var v T; _ = v })
}
