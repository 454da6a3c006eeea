// Package web makes the routers of the program.
package web

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Redirecting sends everybody to https.
func Redirecting() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		url := "https://" + r.Host + r.URL.String()
		http.Redirect(w, r, url, http.StatusMovedPermanently)
	})
	return m
}

// Metrics is for the operator.
func Metrics() http.Handler {
	m := http.NewServeMux()
	m.Handle("/metrics", promhttp.Handler())
	return m
}

// Open is what its callers make of it.
func Open() *http.ServeMux {
	m := http.NewServeMux()
	m.Handle("/metrics", promhttp.Handler())
	return m
}

// API is for users.
func API() http.Handler {
	m := http.NewServeMux()
	m.Handle("/metrics", promhttp.Handler())
	m.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	return m
}

// Files puts files on a mux of the caller's.
func Files(m *http.ServeMux, dir string) {
	m.Handle("/files/", http.FileServer(http.Dir(dir)))
}
