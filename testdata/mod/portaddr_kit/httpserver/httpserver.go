// Package httpserver is what all services of a company use.
package httpserver

import "net/http"

// Run serves h on addr.
func Run(addr string, h http.Handler) error { return http.ListenAndServe(addr, h) }

// RunDefault is never told where.
func RunDefault() error { return http.ListenAndServe("8080", nil) }
