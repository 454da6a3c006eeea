// Package main waits for the drain of its servers up to some time, and then cuts it off.
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
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	patient, hasty := grpc.NewServer(), grpc.NewServer()
	go serve(patient, os.Getenv("PATIENT"))
	go serve(hasty, os.Getenv("HASTY"))
	<-quit

	drained := make(chan struct{})
	go func() {
		patient.GracefulStop() // want `\(\*grpc.Server\).GracefulStop waits up to 1m0s for requests in flight, longer than the platform's grace period of 30s`
		close(drained)
	}()
	select {
	case <-drained:
	case <-time.After(time.Minute):
		patient.Stop()
	}

	done := make(chan struct{})
	go func() {
		defer close(done)
		hasty.GracefulStop()
	}()
	select {
	case <-time.After(10 * time.Second):
		hasty.Stop()
	case <-done:
	}
}

func serve(srv *grpc.Server, addr string) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		log.Fatal(err)
	}
	if err := srv.Serve(l); err != nil {
		log.Fatal(err)
	}
}
