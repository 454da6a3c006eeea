// Package main keeps the server in a field.
package main

import (
	"net/http"
)

func main() {
	a := newApp(nil)
	a.Start()
}

type app struct{ srv *http.Server }

func newApp(h http.Handler) *app {
	return &app{srv: &http.Server{Addr: ":8714", Handler: h}} // want `port "8714".*passed to`
}

func (a *app) Start() error {
	return a.srv.ListenAndServe()
}
