// Package main has listeners for its operators, on loopback as they should be.
package main

import (
	"expvar"
	"net/http"
	"net/http/pprof"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	ctrl "sigs.k8s.io/controller-runtime"
	metricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"
)

func main() {
	http.ListenAndServe("localhost:2112", promhttp.Handler())
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.Handle("/debug/vars", expvar.Handler())
	http.ListenAndServe("localhost:6060", mux)
	ops := http.NewServeMux()
	ops.Handle("/metrics", promhttp.Handler())
	ops.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	srv := &http.Server{Addr: "127.0.0.1:8081", Handler: ops}
	srv.ListenAndServe()
	_ = ctrl.Options{
		Metrics:                metricsserver.Options{BindAddress: "127.0.0.1:8080"},
		HealthProbeBindAddress: "localhost:8081",
		PprofBindAddress:       "localhost:8082",
	}
}
