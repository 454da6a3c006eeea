// Package controllerruntime is a stub of sigs.k8s.io/controller-runtime: the signatures that tests use.
package controllerruntime

import (
	"context"

	"sigs.k8s.io/controller-runtime/pkg/manager"
)

type (
	Manager = manager.Manager
	Options = manager.Options
)

var SetupSignalHandler = func() context.Context { return nil }
