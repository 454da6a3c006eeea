// Package librarybeside is a library that also listens elsewhere.
package librarybeside

import "net/http"

func Local(h http.Handler) error  { return http.ListenAndServe("127.0.0.1:8080", h) }
func Public(h http.Handler) error { return http.ListenAndServe(":8081", h) }
