// Package main has two managers of controllers with one port for metrics.
package main

import (
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/manager"
)

func main() {
	a, err := manager.New(ctrl.GetConfigOrDie(), manager.Options{})
	if err != nil {
		panic(err)
	}
	b, err := manager.New(ctrl.GetConfigOrDie(), manager.Options{LeaderElection: true}) // want `port "8080" is that of manager.New at managerstwice.go:10, too`
	if err != nil {
		panic(err)
	}
	go a.Start(ctrl.SetupSignalHandler())
	b.Start(ctrl.SetupSignalHandler())
}
