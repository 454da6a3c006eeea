// Package main has metrics beside what is for the office.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	go http.ListenAndServe(os.Getenv("METRICS_ADDR"), promhttp.Handler())
	log.Fatal(serveAdmin(os.Getenv("ADDR")))
}

func serveAdmin(addr string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/users", func(w http.ResponseWriter, r *http.Request) {})
	return http.ListenAndServe(addr, mux) // want "gives no handle"
}
