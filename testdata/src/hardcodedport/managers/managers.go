// Package main has managers of controllers, which serve metrics by themselves.
package main

import (
	"os"

	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/manager"
	metricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"
)

func run(mgr ctrl.Manager, err error) {
	if err != nil {
		panic(err)
	}
	mgr.Start(ctrl.SetupSignalHandler())
}

func main() {
	go run(ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{})) // want `port "8080" is hardcoded: controllerruntime.NewManager listens on it by default`
	go run(manager.New(ctrl.GetConfigOrDie(), manager.Options{
		Metrics: metricsserver.Options{BindAddress: os.Getenv("METRICS_ADDR")},
	}))
	run(ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{Metrics: metricsserver.Options{BindAddress: "0"}}))
}
