// Package main registers a health service by its description.
package main

import (
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	l, err := net.Listen("tcp", ":50051")
	if err != nil {
		panic(err)
	}
	s := grpc.NewServer()
	s.RegisterService(&grpc_health_v1.Health_ServiceDesc, health.NewServer())
	s.Serve(l)
}
