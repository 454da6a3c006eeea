// Package main writes loopback in an unusual way.
package main

import "net"

func main() {
	net.Listen("tcp", "[::1%lo0]:8102") // want `loopback`
}
