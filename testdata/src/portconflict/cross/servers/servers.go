// Package servers starts servers for others.
package servers

import (
	"context"
	"net/http"
)

// API serves until it fails.
func API() error { return http.ListenAndServe(":8080", nil) }

// Metrics serves until it fails.
func Metrics() error { return http.ListenAndServe(":8080", nil) }

// Run serves on addr.
func Run(addr string) error { return http.ListenAndServe(addr, nil) }

// Start serves in the background.
func Start(addr string) {
	go http.ListenAndServe(addr, nil)
}

// Optional serves only if asked to.
func Optional(on bool) {
	if on {
		go http.ListenAndServe(":8083", nil)
	}
}

// Until serves in the background, but waits.
func Until(ctx context.Context, addr string) {
	go http.ListenAndServe(addr, nil)
	<-ctx.Done()
}
