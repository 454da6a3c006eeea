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
	left, awaited, failing := grpc.NewServer(), grpc.NewServer(), grpc.NewServer()
	go func() {
		// What fails ends the wait of main, too, but it is the signal that does
		// when the server is stopped.
		if err := failing.Serve(l); err != nil {
			log.Print(err)
			cancel()
			os.Exit(1)
		}
	}()
	go func() {
		<-ctx.Done()
		failing.GracefulStop() // want `main ends without waiting for \(\*grpc.Server\).GracefulStop`
	}()
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
