// Package httpserver is what a company starts and stops its servers with.
package httpserver

import (
	"log"
	"net/http"
)

// Run serves.
func Run(addr string, h http.Handler) error { return http.ListenAndServe(addr, h) }

// Must serves, or ends the process.
func Must(addr string, h http.Handler) { log.Fatal(http.ListenAndServe(addr, h)) }
