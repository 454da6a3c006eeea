// Package main serves metrics and profiles beside its users: neither is an endpoint for health.
package main

import (
	"net/http"
	_ "net/http/pprof"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	go http.ListenAndServe(":6060", nil)
	metrics := http.NewServeMux()
	metrics.Handle("/metrics", promhttp.Handler())
	go http.ListenAndServe(":9090", metrics)

	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	http.ListenAndServe(":8080", mux) // want `no route of this program looks like a health endpoint`
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
