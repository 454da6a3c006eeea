// Package main has two fixes that want to insert something in one place: the
// second has to wait until the first is made.
package main

import "net"

func main() {
	serve(":8080", ":8125") // want `port "8080"` `port "8125"`
}

func serve(tcp, udp string) {
	net.Listen("tcp", tcp)
	net.ListenPacket("udp", udp)
}
