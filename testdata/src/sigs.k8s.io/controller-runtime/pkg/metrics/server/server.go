// Package server is a stub of sigs.k8s.io/controller-runtime/pkg/metrics/server: the signatures that tests use.
package server

type Options struct {
	SecureServing bool
	BindAddress   string
}
