// Package public listens where others can connect.
package public

import "net/http"

func Serve() error { return http.ListenAndServe(":8080", http.NotFoundHandler()) }
