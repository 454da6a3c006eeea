package main

import (
	"net"
	"testing"
)

func TestListen(t *testing.T) {
	net.Listen("tcp", "8081") // want `address "8081" has no colon`
}
