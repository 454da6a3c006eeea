// Package main is an exporter: its only listener is what others probe.
package main

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	http.Handle("/metrics", promhttp.Handler())
	http.ListenAndServe(":9090", nil) // want "no route of this program looks like a health endpoint"
}
