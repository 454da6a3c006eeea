// Command prober is an exporter that asks others for metrics: what it serves of
// them, it serves with promhttp, too.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	http.Handle("/metrics", promhttp.Handler())
	http.HandleFunc("/probe", func(w http.ResponseWriter, r *http.Request) {
		probe(w, r, os.Getenv("TARGETS"))
	})
	log.Fatal(http.ListenAndServe(":9219", nil))
}

func probe(w http.ResponseWriter, r *http.Request, targets string) {
	if targets == "" {
		http.Error(w, "nothing to probe", http.StatusNotFound)
		return
	}
	h := promhttp.Handler()
	h.ServeHTTP(w, r)
}
