// Package main serves and stops in goroutines, and waits for neither.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"google.golang.org/grpc"
)

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	l, err := net.Listen("tcp", os.Getenv("A"))
	if err != nil {
		log.Fatal(err)
	}
	left, awaited := grpc.NewServer(), grpc.NewServer()
	go func() {
		if err := left.Serve(l); err != nil {
			log.Fatal(err)
		}
	}()
	go func() {
		<-ctx.Done()
		left.GracefulStop() // want `main ends without waiting for \(\*grpc.Server\).GracefulStop`
	}()
	served := make(chan struct{})
	go func() {
		defer close(served)
		if err := awaited.Serve(l); err != nil {
			log.Fatal(err)
		}
	}()
	go func() {
		<-ctx.Done()
		awaited.GracefulStop()
	}()
	<-ctx.Done()
	<-served
}
