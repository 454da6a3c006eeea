// Package main serves a gRPC service whose description is written by hand, in another
// package, and that of a health service beside it.
package main

import (
	"log"
	"net"
	"os"

	"nohealth/byhandhealth/rpc"
)

func main() {
	l, err := net.Listen("tcp", ":"+os.Getenv("PORT"))
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(rpc.Serve(l))
}
