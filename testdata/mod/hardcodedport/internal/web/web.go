// Package web is between the program and the other modules.
package web

import "example.com/platform/server"

// Serve is decided by its callers.
func Serve(addr string) error { return server.Run(addr) }

// Admin is not.
func Admin() error {
	return server.Run(":8086") // want `port "8086"`
}
