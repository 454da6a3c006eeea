// Package metrics serves metrics only.
package metrics

import (
	"fmt"
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func handler() error {
	return http.ListenAndServe(":9090", promhttp.Handler())
}

func server() error {
	srv := &http.Server{Addr: ":9090", Handler: promhttp.Handler()}
	return srv.ListenAndServe()
}

func mux() error {
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.Handler())
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	return http.ListenAndServe(":9090", mux)
}

func muxServer() error {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.Handler())
	srv := &http.Server{Addr: ":9090", Handler: mux}
	return srv.ListenAndServe()
}

// Metrics beside something else are a service.
func mixed(api http.Handler) error {
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.Handler())
	mux.Handle("/api/", api)
	return http.ListenAndServe(":9090", mux) // want "http.ListenAndServe gives no handle"
}
