// Package main has functions that start and stop a server made for it.
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
	var err error
	if len(os.Args) > 1 {
		err = inOrder()
	} else {
		err = sentOff()
	}
	log.Print(err)
}

// parts returns what starts a server, and what stops it.
func parts(addr string) (start func() error, stop func()) {
	var srv *grpc.Server
	start = func() error {
		srv = grpc.NewServer()
		l, err := net.Listen("tcp", addr)
		if err != nil {
			return err
		}
		return srv.Serve(l)
	}
	stop = func() {
		if srv != nil {
			srv.GracefulStop()
		}
	}
	return start, stop
}

func stopped() error {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	log.Print(<-c)
	return nil
}

// sentOff waits for neither.
func sentOff() error {
	srv := grpc.NewServer()
	start := func() error {
		l, err := net.Listen("tcp", os.Getenv("SENT_OFF"))
		if err != nil {
			return err
		}
		return srv.Serve(l)
	}
	stop := func() { srv.GracefulStop() } // want `main ends without waiting for \(\*grpc.Server\).GracefulStop, which runs in a goroutine`
	over := make(chan error, 2)
	go func() { over <- start() }()
	go func() { over <- stopped() }()
	err := <-over
	go stop()
	return err
}

// inOrder stops the server itself.
func inOrder() error {
	start, stop := parts(os.Getenv("IN_ORDER"))
	over := make(chan error, 2)
	go func() { over <- start() }()
	go func() { over <- stopped() }()
	err := <-over
	stop()
	return err
}
