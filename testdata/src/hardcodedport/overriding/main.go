// Package main has a server type with a start method of its own.
package main

import (
	"net/http"
	"os"
)

func main() {}

type overriding struct{ *http.Server }

func (o overriding) ListenAndServe() error {
	o.Addr = os.Getenv("ADDR")
	return o.Server.ListenAndServe()
}

// The method is the type's own, and asks the environment.
func overridden() {
	o := overriding{&http.Server{Addr: ":8118"}}
	o.ListenAndServe()
}
