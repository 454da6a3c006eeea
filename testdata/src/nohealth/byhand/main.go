// Package main serves a gRPC service whose description is written by hand, in another
// package.
package main

import (
	"log"
	"net"
	"os"

	"nohealth/byhand/rpc"
)

func main() {
	l, err := net.Listen("tcp", ":"+os.Getenv("PORT"))
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(rpc.Serve(l)) // want `no health service is registered on this gRPC server`
}
