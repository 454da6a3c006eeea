// Package main has listeners for its operators.
package main

import (
	"expvar"
	"net/http"
	"net/http/pprof"
	"os"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	ctrl "sigs.k8s.io/controller-runtime"
	metricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"
)

func main() {
	http.ListenAndServe(":2112", promhttp.Handler()) // want `port "2112"`
	http.ListenAndServe("localhost:2113", promhttp.Handler())
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.Handler())
	mux.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	http.ListenAndServe(":2114", mux) // want `port "2114"`
	http.ListenAndServe("127.0.0.1:2115", mux)
	srv := &http.Server{Addr: "[::1]:2116", Handler: mux}
	srv.ListenAndServe()
	debug := http.NewServeMux()
	debug.HandleFunc("/debug/pprof/", pprof.Index)
	debug.Handle("/debug/vars", expvar.Handler())
	http.ListenAndServe("localhost:2117", debug)
	http.ListenAndServe(":2118", debug) // want `port "2118"`
	api := http.NewServeMux()
	api.Handle("/metrics", promhttp.Handler())
	api.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})
	http.ListenAndServe("localhost:2119", api) // want `port "2119"`
}

func manager() {
	_ = ctrl.Options{
		Metrics:                metricsserver.Options{BindAddress: ":2120"}, // want `port "2120"`
		HealthProbeBindAddress: ":2121",                                     // want `port "2121"`
		PprofBindAddress:       "localhost:2122",
	}
	_ = ctrl.Options{
		Metrics:                metricsserver.Options{BindAddress: "0"},
		HealthProbeBindAddress: "0",
		PprofBindAddress:       "",
	}
	_ = ctrl.Options{
		Metrics:                metricsserver.Options{BindAddress: os.Getenv("METRICS_ADDR")},
		HealthProbeBindAddress: "",
	}
}
