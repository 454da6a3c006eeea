// Package main gives its servers addresses that are written in another package.
package main

import (
	"net/http"

	"hardcodedport/cross/b"
)

const local = ":9031"

func main() {
	srv := &http.Server{
		Addr: b.DefaultAddr, // want `port "9502".*written at .*b.go:14, passed to \(\*http.Server\).ListenAndServe at main.go:16`
	}
	srv.ListenAndServe()
}

func result() {
	srv := &http.Server{
		Addr: b.Address(), // want `port "9505".*written at .*b.go:58, passed to`
	}
	srv.ListenAndServe()
}

func constant() {
	srv := &http.Server{
		Addr: local, // want `port "9031".*written at main.go:10, passed to`
	}
	srv.ListenAndServe()
}

func assigned() {
	var srv http.Server
	srv.Addr = address // want `port "9032".*written at main.go:39, passed to`
	srv.ListenAndServe()
}

var address = ":9032"
