// Package addr makes addresses.
package addr

import (
	"fmt"
	"net"
)

// Of puts host and port together, whatever they are.
func Of(host, port string) string { return fmt.Sprintf("%s:%s", host, port) }

// Or knows what to do without a port.
func Or(host, port string) string {
	if port == "" {
		port = "8080"
	}
	return net.JoinHostPort(host, port)
}
