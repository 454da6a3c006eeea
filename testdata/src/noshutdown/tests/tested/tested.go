// Package tested is in a folder for tests.
package tested

import "net/http"

func serve(h http.Handler) error { return http.ListenAndServe(":8080", h) }
