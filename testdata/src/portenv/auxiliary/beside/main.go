// Command beside serves users too.
package main

import (
	"flag"
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	metrics := flag.String("metrics", ":9090", "where to serve metrics")
	var addr string
	flag.StringVar(&addr, "addr", ":8080", "address")
	flag.Parse()
	go http.ListenAndServe(*metrics, promhttp.Handler())
	http.ListenAndServe(addr, http.FileServer(http.Dir("."))) // want "it comes from flag -addr"
}
