// Package main serves gRPC on an address that nobody else can reach or choose,
// and never stops the server.
package main

import (
	"log"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	lis, err := net.Listen("tcp", "localhost:50051") // want `hardcodedport: port "50051"` `loopbackbind: host "localhost"`
	if err != nil {
		log.Fatal(err)
	}
	s := grpc.NewServer()
	grpc_health_v1.RegisterHealthServer(s, health.NewServer())
	log.Fatal(s.Serve(lis)) // want `noshutdown: .* never stopped by GracefulStop`
}
