// Package kit serves by options. Without them it listens nowhere.
package kit

import (
	"errors"
	"net"
	"net/http"
)

type options struct {
	address  string
	gateway  bool
	listener net.Listener
}

// Option changes how a server is made.
type Option interface{ apply(*options) }

type option func(*options)

func (f option) apply(o *options) { f(o) }

// WithAddress says where to listen.
func WithAddress(a string) Option { return option(func(o *options) { o.address = a }) }

// WithListener serves on l alone.
func WithListener(l net.Listener) Option { return option(func(o *options) { o.listener = l }) }

// WithoutGateway opens no port for a gateway.
func WithoutGateway() Option { return option(func(o *options) { o.gateway = false }) }

// New listens as it is told.
func New(opt ...Option) (net.Listener, error) {
	opts := options{address: "0.0.0.0", gateway: true}
	for _, o := range opt {
		o.apply(&opts)
	}
	if opts.listener == nil {
		return nil, errors.New("no listener")
	}
	if !opts.gateway {
		return opts.listener, nil
	}
	l, err := net.Listen("tcp", opts.address)
	if err != nil {
		return nil, err
	}
	go http.Serve(l, nil)
	return l, nil
}

// Always listens in any case, and cannot.
func Always(opt ...Option) error {
	opts := options{address: "0.0.0.0"}
	for _, o := range opt {
		o.apply(&opts)
	}
	return http.ListenAndServe(opts.address, nil)
}
