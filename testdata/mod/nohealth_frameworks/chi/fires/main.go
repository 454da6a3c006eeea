// Package main has groups, routes below variables, mounted routers and middleware, all of it known.
package main

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func main() {
	r := chi.NewRouter()
	r.Use(middleware.Logger, middleware.Timeout(0), own)
	r.Get("/", items)
	r.Route("/orders/{id}", func(r chi.Router) {
		r.Get("/status", items)
		r.With(own).Post("/", items)
	})
	r.Group(func(r chi.Router) { r.Get("/search", items) })
	r.Route("/users", users)
	r.Mount("/admin", admin())
	http.ListenAndServe(":8080", r) // want `no route of this program looks like a health endpoint`
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

func own(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

func users(r chi.Router) { r.Get("/", items) }

func admin() http.Handler {
	r := chi.NewRouter()
	r.Get("/users", items)
	return r
}
