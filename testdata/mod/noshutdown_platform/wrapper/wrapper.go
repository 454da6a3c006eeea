// Package wrapper wraps the wrapper, in this module: it is the one to change.
package wrapper

import (
	"net/http"

	"example.com/platform/httpserver"
)

// Run runs h.
func Run(addr string, h http.Handler) error {
	return httpserver.Run(addr, h) // want "http.ListenAndServe gives no handle"
}
