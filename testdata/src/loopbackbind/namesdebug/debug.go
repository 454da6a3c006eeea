// Package debug is for operators.
package debug

import "net/http"

func Serve(h http.Handler) { http.ListenAndServe("localhost:6060", h) }
