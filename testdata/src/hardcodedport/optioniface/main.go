// Package main has options that are an interface.
package main

import (
	"net/http"
	"os"
)

func main() {}

type third struct{ addr string }

type thirdOption interface{ apply(*third) }

type thirdAddr string

func (a thirdAddr) apply(t *third) { t.addr = string(a) }

func newThird(opts ...thirdOption) *third {
	t := &third{addr: ":8803"}
	for _, opt := range opts {
		opt.apply(t)
	}
	return t
}

func (t *third) run() error { return http.ListenAndServe(t.addr, nil) }

func useThird() { newThird(thirdAddr(os.Args[1])).run() }
