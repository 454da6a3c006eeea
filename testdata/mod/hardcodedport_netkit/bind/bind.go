// Package bind binds.
package bind

import "net"

// Listen listens on addr.
func Listen(addr string) (net.Listener, error) {
	return listen("tcp", addr)
}

var lc net.ListenConfig

func listen(network, addr string) (net.Listener, error) {
	return net.Listen(network, addr)
}
