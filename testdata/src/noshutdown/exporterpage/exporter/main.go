// Command exporter asks machines for metrics: what it serves beside them is for
// those who look after it, as its landing page says.
package main

import (
	"log/slog"
	"net/http"
	"os"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/prometheus/exporter-toolkit/web"
)

func main() {
	http.Handle("/metrics", promhttp.Handler())
	http.HandleFunc("/probe", probe)
	http.HandleFunc("/config", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("modules: []")) })
	page, err := web.NewLandingPage(web.LandingConfig{Name: "Exporter"})
	if err != nil {
		os.Exit(1)
	}
	http.Handle("/", page)
	addrs := []string{os.Args[1]}
	if err := web.ListenAndServe(&http.Server{}, &web.FlagConfig{WebListenAddresses: &addrs}, slog.Default()); err != nil {
		os.Exit(1)
	}
}

func probe(w http.ResponseWriter, r *http.Request) {
	promhttp.Handler().ServeHTTP(w, r)
}
