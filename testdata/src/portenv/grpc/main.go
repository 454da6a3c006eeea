// Command grpc serves gRPC on a listener of its own.
package main

import (
	"flag"
	"fmt"
	"log"
	"net"

	"google.golang.org/grpc"
)

func main() {
	port := flag.Int("port", 50051, "port")
	flag.Parse()
	lis, err := net.Listen("tcp", fmt.Sprintf(":%d", *port)) // want "it comes from flag -port"
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	log.Fatal(srv.Serve(lis))
}
