// Package rest is a stub of k8s.io/client-go/rest: the signatures that tests use.
package rest

type Config struct{ Host string }
