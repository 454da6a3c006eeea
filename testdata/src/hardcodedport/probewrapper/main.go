// Package main looks for a free port in a function of its own.
package main

import (
	"fmt"
	"net"
)

func main() { probeNamed() }

func named(port int) bool {
	l, err := net.Listen("tcp", fmt.Sprintf(":%d", port))
	if err != nil {
		return false
	}
	_ = l.Close()
	return true
}

func probeNamed() bool { return named(9904) }
