// Package standin is a service with a file for its tests beside it.
package standin

import "net/http"

// Run serves.
func Run(h http.Handler) error {
	return http.ListenAndServe(":8080", h) // want `port "8080" is hardcoded`
}
