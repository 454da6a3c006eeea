// Command landing has a page that links to its metrics.
package main

import (
	"fmt"
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"noshutdown/roles/landing/version"
)

func main() {
	go metrics()
	go redirected()
	go changing()
	go versioned()
	hello()
}

func metrics() error {
	m := http.NewServeMux()
	m.Handle("/metrics", promhttp.Handler())
	m.HandleFunc("/-/reload", func(http.ResponseWriter, *http.Request) {})
	m.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<html><a href="/metrics">Metrics</a></html>`)
	})
	return http.ListenAndServe(":9090", m)
}

func redirected() error {
	m := http.NewServeMux()
	m.Handle("/metrics", promhttp.Handler())
	m.Handle("/", http.RedirectHandler("/metrics", http.StatusFound))
	return http.ListenAndServe(":9091", m)
}

// The version that the page names is another package's variable.
func versioned() error {
	m := http.NewServeMux()
	m.Handle("/metrics", promhttp.Handler())
	m.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Write([]byte(`<html><title>` + version.Number + `</title><a href="/metrics">Metrics</a></html>`))
	})
	return http.ListenAndServe(":9093", m)
}

// This page is different for everybody who asks.
func changing() error {
	m := http.NewServeMux()
	m.Handle("/metrics", promhttp.Handler())
	m.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "hello ", r.FormValue("name")) })
	return http.ListenAndServe(":9092", m) // want "http.ListenAndServe gives no handle"
}

// Without metrics, a page is what users come for.
func hello() error {
	m := http.NewServeMux()
	m.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	m.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "hello") })
	return http.ListenAndServe(":8080", m) // want "http.ListenAndServe gives no handle"
}
