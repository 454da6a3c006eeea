// Package main serves a gRPC service whose description is written by hand, in another
// package, or by others.
package main

import (
	"log"
	"net"
	"os"

	"nohealth/byhandopen/rpc"
)

func main() {
	l, err := net.Listen("tcp", ":"+os.Getenv("PORT"))
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(rpc.Serve(l))
}
