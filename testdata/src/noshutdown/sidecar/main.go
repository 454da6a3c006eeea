// Package main answers probes for another container, with metrics on the port of
// the probes or on one of their own.
package main

import (
	"log"
	"net/http"
	"os"

	"noshutdown/sidecar/api"
	"noshutdown/sidecar/metrics"
)

func main() {
	var m metrics.Manager
	mux := http.NewServeMux()
	if addr := os.Getenv("METRICS_ADDR"); addr != "" {
		own := http.NewServeMux()
		m.RegisterTo(own, "/metrics")
		own.Handle("/healthz", http.NotFoundHandler())
		go func() { log.Fatal(http.ListenAndServe(addr, own)) }()
	} else {
		m.RegisterTo(mux, "/metrics")
	}
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {})
	go func() { log.Fatal(http.ListenAndServe(os.Getenv("HEALTH_ADDR"), mux)) }()

	users := http.NewServeMux()
	users.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {})
	new(api.Routes).RegisterTo(users, "/orders")
	log.Fatal(http.ListenAndServe(os.Getenv("ADDR"), users)) // want "gives no handle"
}
