// Package main has a gRPC server with reflection and a service, but none for health; what HTTP has is not asked.
package main

import (
	"net"
	"net/http"

	"google.golang.org/grpc"
	testgrpc "google.golang.org/grpc/interop/grpc_testing"
	"google.golang.org/grpc/reflection"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {})
	go http.ListenAndServe(":8080", mux)
	l, err := net.Listen("tcp", ":50051")
	if err != nil {
		panic(err)
	}
	s := grpc.NewServer()
	testgrpc.RegisterTestServiceServer(s, testgrpc.UnimplementedTestServiceServer{})
	reflection.Register(s)
	s.Serve(l) // want `no health service is registered on this gRPC server`
}
