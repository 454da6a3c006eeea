// Package main gives the function that serves its users as well.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func serve(h http.Handler, addr string) {
	log.Fatal(http.ListenAndServe(addr, h)) // want `http\.ListenAndServe gives no handle`
}

func main() {
	metrics := http.NewServeMux()
	metrics.HandleFunc("/metrics", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "up 1") })
	go serve(metrics, os.Getenv("METRICS_ADDR"))
	api := http.NewServeMux()
	api.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "none") })
	serve(api, os.Getenv("ADDR"))
}
