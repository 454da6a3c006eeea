// Package admin is for operators.
package admin

import "net/http"

func Serve(h http.Handler) { http.ListenAndServe("localhost:6060", h) }
