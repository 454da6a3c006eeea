// Package bind opens sockets.
package bind

import "net"

// TCP listens on addr.
func TCP(addr string) (net.Listener, error) {
	return net.Listen("tcp", addr)
}
