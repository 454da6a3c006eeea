// Package main writes loopback in an unusual way.
package main

import "net"

func main() {
	net.Listen("tcp", "Localhost:8101") // want `host "Localhost"`
}
