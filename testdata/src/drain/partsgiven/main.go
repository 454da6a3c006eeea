// Package main gets what stops a server out of a function, and does not wait for it.
package main

import (
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"google.golang.org/grpc"
)

func main() {
	start, stop := parts(os.Getenv("ADDR"))
	if stop == nil {
		return
	}
	over := make(chan error, 2)
	go func() { over <- start() }()
	go func() { over <- stopped() }()
	log.Print(<-over)
	go stop()
}

// parts returns what starts a server, and what stops it.
func parts(addr string) (func() error, func()) {
	srv := grpc.NewServer()
	start := func() error {
		l, err := net.Listen("tcp", addr)
		if err != nil {
			return err
		}
		return srv.Serve(l)
	}
	stop := func() {
		srv.GracefulStop() // want `main ends without waiting for \(\*grpc.Server\).GracefulStop, which runs in a goroutine`
	}
	return start, stop
}

func stopped() error {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	log.Print(<-c)
	return nil
}
