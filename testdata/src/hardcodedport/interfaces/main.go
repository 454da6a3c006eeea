// Package main starts servers through interfaces of its own.
package main

import (
	"net/http"
	"os"
)

type component interface{ Start() error }

type web struct{ addr string }

func (w *web) Start() error { return http.ListenAndServe(w.addr, nil) }

type fixed struct{}

func (fixed) Start() error {
	return http.ListenAndServe(":8301", nil) // want `port "8301"`
}

func main() {
	for _, c := range []component{&web{addr: os.Getenv("ADDR")}, fixed{}} {
		go c.Start()
	}
}

type other struct{ addr string }

func (o *other) Start() error { return http.ListenAndServe(o.addr, nil) }

func newOther() component {
	return &other{addr: ":8302"} // want `port "8302"`
}

func viaInterface() { newOther().Start() }
