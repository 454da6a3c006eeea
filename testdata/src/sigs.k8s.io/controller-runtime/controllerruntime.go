// Package controllerruntime is a stub of sigs.k8s.io/controller-runtime: the signatures that tests use.
package controllerruntime

import (
	"context"

	"k8s.io/client-go/rest"
	"sigs.k8s.io/controller-runtime/pkg/manager"
)

type (
	Manager = manager.Manager
	Options = manager.Options
)

var NewManager = manager.New

var GetConfigOrDie = func() *rest.Config { return nil }

var SetupSignalHandler = func() context.Context { return nil }
