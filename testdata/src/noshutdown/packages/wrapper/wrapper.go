// Package wrapper starts a server without a handle, of the same module.
package wrapper

import "net/http"

// Run runs h.
func Run(addr string, h http.Handler) error {
	return http.ListenAndServe(addr, h) // want "http.ListenAndServe gives no handle"
}
