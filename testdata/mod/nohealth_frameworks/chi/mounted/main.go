// Package main mounts a handler of somebody else.
package main

import (
	"net/http"

	"example.com/kit"
	"github.com/go-chi/chi/v5"
)

func main() {
	r := chi.NewRouter()
	r.Mount("/ui", kit.UI())
	http.ListenAndServe(":8080", r)
}
