// Package main writes the address in bytes.
package main

import (
	"net"
)

func main() {}

func listen() {
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.IP{127, 0, 0, 1}, Port: 8115}) // want `host "127.0.0.1" is loopback`
}
