// Command elsewhere has routers with a health route of its own, on which
// another package registers what they are there for.
package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"

	"noshutdown/roles/elsewhere/routes"
)

func ok(http.ResponseWriter, *http.Request) {}

func main() {
	go withChi()
	go withGin()
	go withGorilla()
	go stored()
	go called()
	go sent(make(chan *http.ServeMux))
	go through()
	healthOnly()
}

func withChi() error {
	r := chi.NewRouter()
	r.Get("/healthz", ok)
	routes.Chi(r)
	return http.ListenAndServe(":8080", r) // want "http.ListenAndServe gives no handle"
}

func withGin() error {
	r := gin.Default()
	r.GET("/healthz", gin.WrapF(ok))
	routes.Gin(r.Group("/v1"))
	return r.Run(":8081") // want "gin.Engine..Run gives no handle"
}

func withGorilla() error {
	r := mux.NewRouter()
	r.HandleFunc("/healthz", ok)
	routes.Gorilla(r.PathPrefix("/v1").Subrouter())
	return http.ListenAndServe(":8082", r) // want "http.ListenAndServe gives no handle"
}

func stored() error {
	m := http.NewServeMux()
	m.HandleFunc("/healthz", ok)
	_ = &routes.API{Router: m}
	return http.ListenAndServe(":8083", m) // want "http.ListenAndServe gives no handle"
}

func called() error {
	m := http.NewServeMux()
	m.HandleFunc("/healthz", ok)
	for _, register := range registry {
		register(m)
	}
	return http.ListenAndServe(":8084", m) // want "http.ListenAndServe gives no handle"
}

var registry []func(*http.ServeMux)

func sent(to chan *http.ServeMux) error {
	m := http.NewServeMux()
	m.HandleFunc("/healthz", ok)
	to <- m
	return http.ListenAndServe(":8085", m) // want "http.ListenAndServe gives no handle"
}

func through() error {
	m := http.NewServeMux()
	m.HandleFunc("/healthz", ok)
	routes.Add(m)
	return http.ListenAndServe(":8086", m) // want "http.ListenAndServe gives no handle"
}

// All of this router is in sight: parts of it, what a function of this package
// adds, and what is mounted.
func healthOnly() error {
	r := chi.NewRouter()
	r.Route("/internal", func(r chi.Router) {
		r.Get("/livez", ok)
		r.Group(func(r chi.Router) { r.Get("/readyz", ok) })
	})
	add(r)
	sub := chi.NewRouter()
	sub.Get("/healthz", ok)
	r.Mount("/sub", sub)
	return http.ListenAndServe(":9090", r)
}

func add(r chi.Router) { r.Get("/healthz", ok) }
