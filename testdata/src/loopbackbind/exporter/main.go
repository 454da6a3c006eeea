// Package main is an exporter that nobody can ask.
package main

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	http.ListenAndServe("127.0.0.1:9100", promhttp.Handler()) // want `host "127.0.0.1" is loopback`
}
