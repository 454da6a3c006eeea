// Package main also listens where others can connect, but only for its operators.
package main

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	go http.ListenAndServe(":2112", promhttp.Handler())
	http.ListenAndServe("localhost:8080", http.FileServer(http.Dir("."))) // want `host "localhost"`
}
