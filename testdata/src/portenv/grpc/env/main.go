// Command env asks for GRPC_PORT.
package main

import (
	"context"
	"log"
	"net"
	"os"

	"google.golang.org/grpc"
)

func main() {
	var lc net.ListenConfig
	lis, err := lc.Listen(context.Background(), "tcp", ":"+os.Getenv("GRPC_PORT"))
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(grpc.NewServer().Serve(lis))
}
