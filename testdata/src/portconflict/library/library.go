// Package library starts what it is asked to; it is not known what of it a
// program asks for.
package library

import "net/http"

// API serves on one port.
func API() error { return http.ListenAndServe(":8080", nil) }

// Metrics serves on the same, perhaps in another program.
func Metrics() error { return http.ListenAndServe(":8080", nil) }

// Both is one program.
func Both() error {
	go http.ListenAndServe(":8081", nil)
	return http.ListenAndServe(":8081", nil) // want `port "8081" is that of`
}
