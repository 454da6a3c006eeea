// Package main has a manager of controllers whose options it sets one by one.
package main

import (
	"os"

	ctrl "sigs.k8s.io/controller-runtime"
)

func main() {
	var options ctrl.Options
	options.Metrics.BindAddress = os.Getenv("METRICS_ADDR")
	mgr, err := ctrl.NewManager(ctrl.GetConfigOrDie(), options)
	if err != nil {
		panic(err)
	}
	mgr.Start(ctrl.SetupSignalHandler())
}
