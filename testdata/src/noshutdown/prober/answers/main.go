// Command answers has metrics, and an answer of its own for its users.
package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.Handler())
	mux.HandleFunc("/quote", func(w http.ResponseWriter, r *http.Request) {
		quote(w, r, promhttp.Handler())
	})
	log.Fatal(http.ListenAndServe(":8080", mux)) // want "http.ListenAndServe gives no handle"
}

func quote(w http.ResponseWriter, r *http.Request, metrics http.Handler) {
	if r.URL.Query().Has("metrics") {
		metrics.ServeHTTP(w, r)
		return
	}
	fmt.Fprintln(w, r.URL.Query().Get("symbol"), 42)
}
