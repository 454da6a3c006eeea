// Package library is no program.
package library

import (
	"flag"
	"net/http"
)

var addr = flag.String("library.addr", ":8080", "address")

// Run is for programs to call.
func Run(h http.Handler) error { return http.ListenAndServe(*addr, h) }

// Serve leaves the address to them.
func Serve(addr string, h http.Handler) error { return http.ListenAndServe(addr, h) }
