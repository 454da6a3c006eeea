// Package web is of the module at hand.
package web

import (
	"net/http"

	"example.com/platform/httpserver"
)

// Listen listens on port.
func Listen(port string) error { return http.ListenAndServe(":"+port, nil) }

// ListenOn leaves it to the kit.
func ListenOn(addr string) error { return httpserver.Run(addr, nil) }
