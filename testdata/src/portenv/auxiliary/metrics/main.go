// Command metrics has nothing for users.
package main

import (
	"flag"
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	addr := flag.String("metrics", ":9090", "where to serve metrics")
	flag.Parse()
	http.ListenAndServe(*addr, promhttp.Handler())
}
