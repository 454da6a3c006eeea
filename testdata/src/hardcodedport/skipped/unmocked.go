package main

import "net"

func unmocked() {
	net.Listen("tcp", ":9607") // want `port "9607"`
}
