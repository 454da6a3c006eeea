package main

import (
	"net"
	"testing"
)

func TestListen(t *testing.T) {
	net.Listen("tcp", ":8081")
	net.Listen("tcp", ":8081") // want `port "8081" is that of net.Listen at main_test.go:9`
}
