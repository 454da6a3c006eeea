// Package web serves with what others say in structs.
package web

import "net/http"

// Plain is taken as it is.
type Plain struct{ Host, Port string }

func (p Plain) Run() error {
	srv := &http.Server{Addr: p.Host + ":" + p.Port, Handler: http.FileServer(http.Dir("."))}
	return srv.ListenAndServe()
}

// Filled has a port where none was said.
type Filled struct{ Port string }

func (f *Filled) Run() error {
	if f.Port == "" {
		f.Port = "8080"
	}
	srv := &http.Server{Addr: ":" + f.Port, Handler: http.FileServer(http.Dir("."))}
	return srv.ListenAndServe()
}

// Tagged is checked by its tag.
type Tagged struct {
	Port string `validate:"required"`
}

func (t Tagged) Run() error {
	srv := &http.Server{Addr: ":" + t.Port, Handler: http.FileServer(http.Dir("."))}
	return srv.ListenAndServe()
}
