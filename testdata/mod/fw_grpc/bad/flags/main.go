// Package main takes the port from the command line only, and stops the server
// where it should drain it.
package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"google.golang.org/grpc"
)

func main() {
	port := flag.Int("port", 50051, "port to listen on")
	flag.Parse()
	lis, err := net.Listen("tcp", fmt.Sprintf(":%d", *port))
	if err != nil {
		log.Fatal(err)
	}
	s := grpc.NewServer()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	go func() {
		<-c
		s.Stop()
	}()
	if err := s.Serve(lis); err != nil { // want `noshutdown: .* only stopped abruptly \(Stop\)` `nohealth: no health service is registered`
		log.Fatal(err)
	}
}
