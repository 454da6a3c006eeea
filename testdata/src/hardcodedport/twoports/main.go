// Package main has two services.
package main

import (
	"log"
	"net"
	"net/http"

	"google.golang.org/grpc"
)

const (
	httpPort = ":8101"
	grpcPort = ":8102"
)

func main() {
	go serveGRPC()
	log.Fatal(http.ListenAndServe(httpPort, http.NewServeMux())) // want `port "8101".*written at main.go:13`
}

func serveGRPC() {
	lis, err := net.Listen("tcp", grpcPort) // want `port "8102".*written at main.go:14`
	if err != nil {
		log.Fatalf("listen: %v", err)
	}
	s := grpc.NewServer()
	if err := s.Serve(lis); err != nil {
		log.Fatal(err)
	}
}
