// Package library is no program: what it does itself counts.
package library

import "net/http"

func Serve(h http.Handler) error {
	return http.ListenAndServe("127.0.0.1:8080", h) // want `host "127.0.0.1"`
}
