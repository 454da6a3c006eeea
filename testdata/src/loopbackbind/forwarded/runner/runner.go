// Package runner hands the options that it is given on to what runs.
package runner

import (
	"net"
	"net/http"
	"os"
)

type settings struct{ host string }

// Option changes how it runs.
type Option func(*settings)

// Host chooses the interface.
func Host(name string) Option { return func(s *settings) { s.host = name } }

// Run serves.
func Run(h http.Handler, opts ...Option) error { return run(h, opts...) }

func run(h http.Handler, opts ...Option) error {
	var s settings
	for _, o := range opts {
		o(&s)
	}
	return http.ListenAndServe(net.JoinHostPort(s.host, os.Getenv("PORT")), h)
}

// Local is Run with another default.
func Local(h http.Handler, opts ...Option) error { return local(h, opts) }

func local(h http.Handler, opts []Option) error {
	s := settings{host: "localhost"}
	for _, o := range opts {
		o(&s)
	}
	return http.ListenAndServe(net.JoinHostPort(s.host, os.Getenv("PORT")), h)
}
