// Package manager is a stub of sigs.k8s.io/controller-runtime/pkg/manager: the signatures that tests use.
package manager

import (
	"context"

	"k8s.io/client-go/rest"
	metricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"
)

type Options struct {
	Metrics                metricsserver.Options
	HealthProbeBindAddress string
	PprofBindAddress       string
	LeaderElection         bool
}

type Runnable interface {
	Start(context.Context) error
}

type RunnableFunc func(context.Context) error

func (r RunnableFunc) Start(ctx context.Context) error { return nil }

type Manager interface {
	Add(Runnable) error
	Start(ctx context.Context) error
}

func New(config *rest.Config, options Options) (Manager, error) { return nil, nil }
