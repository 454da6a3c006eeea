// Package testfile has tests.
package testfile

import "net/http"

func serve(h http.Handler) error {
	return http.ListenAndServe(":8080", h) // want "http.ListenAndServe gives no handle"
}
