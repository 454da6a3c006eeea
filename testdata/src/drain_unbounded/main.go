// Package main stops servers that are given no time.
package main

import (
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
)

func main() {
	l, err := net.Listen("tcp", os.Getenv("A"))
	if err != nil {
		log.Fatal(err)
	}
	patient, limited := grpc.NewServer(), grpc.NewServer()
	failed := make(chan error, 2)
	go func() { failed <- patient.Serve(l) }()
	go func() { failed <- limited.Serve(l) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-quit:
	}
	patient.GracefulStop() // want `waits for requests in flight without a limit`
	time.AfterFunc(5*time.Second, limited.Stop)
	limited.GracefulStop()
}
