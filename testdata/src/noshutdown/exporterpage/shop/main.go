// Command shop has metrics beside what it is there for, and a page of its own.
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
	http.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) })
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("the shop")) })
	addrs := []string{os.Args[1]}
	if err := web.ListenAndServe(&http.Server{}, &web.FlagConfig{WebListenAddresses: &addrs}, slog.Default()); err != nil { // want `never stopped by Shutdown`
		os.Exit(1)
	}
}
