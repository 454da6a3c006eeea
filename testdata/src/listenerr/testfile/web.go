// Package web listens in its test only.
package web

import "net/http"

// Handler answers.
func Handler() http.Handler { return http.NotFoundHandler() }
