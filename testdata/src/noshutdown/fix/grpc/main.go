// Package main serves gRPC.
package main

import (
	"log"
	"net"

	"google.golang.org/grpc"
)

func main() {
	lis, err := net.Listen("tcp", ":50051")
	if err != nil {
		log.Fatalf("failed to listen: %v", err)
	}
	s := grpc.NewServer()
	if err := s.Serve(lis); err != nil { // want "never stopped by GracefulStop"
		log.Fatalf("failed to serve: %v", err)
	}
}
