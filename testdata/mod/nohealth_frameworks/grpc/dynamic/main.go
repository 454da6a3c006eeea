// Package main lets functions in a slice register services.
package main

import (
	"net"

	"google.golang.org/grpc"
)

func main() {
	l, err := net.Listen("tcp", ":50051")
	if err != nil {
		panic(err)
	}
	s := grpc.NewServer()
	for _, register := range registrars {
		register(s)
	}
	s.Serve(l)
}

var registrars []func(grpc.ServiceRegistrar)
