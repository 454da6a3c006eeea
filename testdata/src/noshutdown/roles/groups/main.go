// Command groups has its API in a part of a router, beside a health route.
package main

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func ok(http.ResponseWriter, *http.Request) {}

func main() {
	ops := chi.NewRouter()
	ops.Handle("/metrics", promhttp.Handler())
	go http.ListenAndServe(":9090", ops)
	serve()
}

func serve() error {
	r := chi.NewRouter()
	r.Get("/healthz", ok)
	r.Route("/api", func(r chi.Router) { r.Get("/orders", ok) })
	return http.ListenAndServe(":8080", r) // want "http.ListenAndServe gives no handle"
}
