package main

import (
	"net"
	. "os"
)

func dotted() {
	net.Listen("tcp", Getenv("PORT")) // want `"PORT" alone is no address`
}
