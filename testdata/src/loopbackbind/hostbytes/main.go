// Package main writes the address in bytes. It should be reported, and is not.
package main

import (
	"net"
)

func main() {}

func listen() {
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.IP{127, 0, 0, 1}, Port: 8115})
}
