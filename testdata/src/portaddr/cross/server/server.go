// Package server listens for others.
package server

import (
	"errors"
	"net/http"
)

// Run listens on port.
func Run(port string) error { return http.ListenAndServe(":"+port, nil) }

// RunAddr listens on addr.
func RunAddr(addr string) error { return http.ListenAndServe(addr, nil) }

// Checked listens on port, if there is one.
func Checked(port string) error {
	if port == "" {
		return errors.New("no port")
	}
	return http.ListenAndServe(":"+port, nil)
}
