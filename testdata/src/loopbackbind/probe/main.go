// Package main looks whether a port is free.
package main

import "net"

func main() {
	if l, err := net.Listen("tcp", "127.0.0.1:8080"); err == nil {
		l.Close()
	}
}
