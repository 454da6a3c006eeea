// Package config is a stub.
package config

type Option struct {
	F func(o *Options)
}

type Options struct {
	Addr string
}
