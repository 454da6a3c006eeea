// Package main has one literal for binds of its own and of package b.
package main

import (
	"net/http"

	"hardcodedport/cross/b"
)

func main() {
	http.ListenAndServe(b.DefaultAddr, nil) // want `port "9502"`
	b.Serve(b.DefaultAddr, nil)
}
