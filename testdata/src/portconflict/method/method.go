// Package main has an application with methods.
package main

import (
	"log"
	"net"
	"net/http"
)

type app struct {
	public, private string
	errs            chan error
}

func (a *app) api() { a.errs <- http.ListenAndServe(a.public, nil) }

func (a *app) debug() {
	l, err := net.Listen("tcp", a.private)
	if err != nil {
		a.errs <- err
		return
	}
	a.errs <- http.Serve(l, nil)
}

func (a *app) run() error {
	go a.api()
	go a.debug()
	return <-a.errs
}

func main() {
	a := &app{public: ":8080", private: "127.0.0.1:8080", errs: make(chan error)} // want `port "8080" is that of http.ListenAndServe at method.go:15, too`
	log.Fatal(a.run())
}
