// Command exporter only serves metrics.
package main

import (
	"flag"
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	path := flag.String("path", "/metrics", "where metrics are")
	flag.Parse()
	http.Handle(*path, promhttp.Handler())
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Write([]byte(`<html><a href="` + *path + `">Metrics</a></html>`))
	})
	http.ListenAndServe(":9100", nil)
}
