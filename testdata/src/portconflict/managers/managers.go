// Package main has managers of controllers, which serve metrics by themselves.
package main

import (
	"flag"
	"net/http"

	ctrl "sigs.k8s.io/controller-runtime"
	metricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"
)

func byDefault() {
	mgr, err := ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{})
	if err != nil {
		panic(err)
	}
	go http.ListenAndServe(":8080", nil) // want `port "8080" is that of controllerruntime.NewManager at managers.go:13, too`
	mgr.Start(ctrl.SetupSignalHandler())
}

func flags() {
	metrics := flag.String("metrics-bind-address", ":8081", "")
	probe := flag.String("health-probe-bind-address", ":8081", "")
	flag.Parse()
	mgr, err := ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{
		Metrics:                metricsserver.Options{BindAddress: *metrics},
		HealthProbeBindAddress: *probe, // want `port "8081" is that of`
	})
	if err != nil {
		panic(err)
	}
	mgr.Start(ctrl.SetupSignalHandler())
}

func main() {
	go byDefault()
	flags()
}
