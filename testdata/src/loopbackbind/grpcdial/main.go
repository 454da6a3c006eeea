// Package main has a gateway in front of its own server.
package main

import (
	"context"
	"net"

	"google.golang.org/grpc"
)

func main() {
	l, err := net.Listen("tcp", "localhost:9090")
	if err != nil {
		return
	}
	go grpc.NewServer().Serve(l)
	var d net.Dialer
	d.DialContext(context.Background(), "tcp", "localhost:9090")
}
