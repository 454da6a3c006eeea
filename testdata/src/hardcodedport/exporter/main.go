// Package main is an exporter: its listener is the only one.
package main

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	http.ListenAndServe(":9100", promhttp.Handler()) // want `port "9100"`
}
