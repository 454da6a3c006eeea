// Package main writes loopback in unusual ways.
package main

import "net"

func main() {
	net.Listen("tcp", "127.0.0.1:http")      // want `host "127.0.0.1"`
	net.Listen("tcp", "ip6-localhost:8103")  // want `host "ip6-localhost"`
	net.ListenPacket("udp4", "127.8.8.8:53") // want `host "127.8.8.8"`
}
