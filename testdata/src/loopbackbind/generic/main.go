// Package main has a generic function that is given an address.
package main

import (
	"net"
)

func main() {}

func generic[S ~string](s S) { net.Listen("tcp", string(s)) }

func useGeneric() {
	generic("localhost:8208") // want `host "localhost"`
}
