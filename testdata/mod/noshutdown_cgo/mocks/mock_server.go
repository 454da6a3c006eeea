// Package mocks is for tests, and looked at, too.
package mocks

import "net/http"

// Serve serves h.
func Serve(h http.Handler) error {
	return http.ListenAndServe(":8080", h) // want "http.ListenAndServe gives no handle"
}
