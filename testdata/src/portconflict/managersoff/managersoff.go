// Package main has a manager of controllers that serves no metrics.
package main

import (
	"net/http"

	ctrl "sigs.k8s.io/controller-runtime"
	metricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"
)

func main() {
	mgr, err := ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{Metrics: metricsserver.Options{BindAddress: "0"}})
	if err != nil {
		panic(err)
	}
	go http.ListenAndServe(":8080", nil)
	mgr.Start(ctrl.SetupSignalHandler())
}
