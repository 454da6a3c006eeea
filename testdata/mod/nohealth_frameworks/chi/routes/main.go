// Package main lets somebody else register routes.
package main

import (
	"net/http"

	"example.com/kit"
	"github.com/go-chi/chi/v5"
)

func main() {
	r := chi.NewRouter()
	r.Route("/kit", kit.Routes)
	http.ListenAndServe(":8080", r)
}
