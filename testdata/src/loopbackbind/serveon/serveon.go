// Package serveon is decided by its callers.
package serveon

import "net/http"

// ServeOn is decided by its callers.
func ServeOn(host string, h http.Handler) error { return http.ListenAndServe(host+":8081", h) }
