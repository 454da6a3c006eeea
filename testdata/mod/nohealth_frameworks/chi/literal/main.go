// Package main puts its router into a struct of somebody else.
package main

import (
	"net/http"

	"example.com/kit"
	"github.com/go-chi/chi/v5"
)

func main() {
	r := chi.NewRouter()
	kit.App{Router: r}.Run()
	http.ListenAndServe(":8080", r)
}
