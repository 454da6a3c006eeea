// Package main has an option that replaces the default.
package main

import (
	"net/http"
	"os"
)

func main() {}

type other struct{ addr string }

type otherOption func(*other)

func otherAddr(addr string) otherOption { return func(o *other) { o.addr = addr } }

func newOther(opts ...otherOption) *other {
	o := &other{addr: ":8802"}
	for _, opt := range opts {
		opt(o)
	}
	return o
}

func (o *other) run() error { return http.ListenAndServe(o.addr, nil) }

func useOther() { newOther(otherAddr(os.Getenv("ADDR"))).run() }
