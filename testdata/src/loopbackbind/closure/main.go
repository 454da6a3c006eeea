// Package main has a closure that is given an address.
package main

import (
	"net"
)

func main() {}

func closure() {
	listen := func(addr string) { net.Listen("tcp", addr) }
	listen("127.0.0.1:8206") // want `host "127.0.0.1"`
}
