// Package generated is written by hand in part.
package generated

import "net/http"

func serveToo(h http.Handler) error {
	return http.ListenAndServe(":8080", h) // want "http.ListenAndServe gives no handle"
}
