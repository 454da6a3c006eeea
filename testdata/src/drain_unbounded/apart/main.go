// Package main stops servers by way of functions that other packages call.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain_unbounded/apart/stops"
	"drain_unbounded/apart/wait"

	"google.golang.org/grpc"
)

func listen(of string) net.Listener {
	l, err := net.Listen("tcp", os.Getenv(of))
	if err != nil {
		log.Fatal(err)
	}
	return l
}

func main() {
	handed, here, there := grpc.NewServer(), grpc.NewServer(), grpc.NewServer()
	serve := func(srv *grpc.Server, l net.Listener) {
		if err := srv.Serve(l); err != nil {
			log.Fatal(err)
		}
	}
	go serve(handed, listen("A"))
	go serve(here, listen("B"))
	go serve(there, listen("C"))
	s := stops.New()
	go func() {
		if err := s.Run(); err != http.ErrServerClosed {
			log.Print(err)
			os.Exit(1)
		}
	}()
	stopReturned := stops.Returned(listen("D"))
	done := wait.For(10*time.Second, map[string]func(context.Context) error{
		"handed": func(context.Context) error {
			handed.GracefulStop()
			return nil
		},
		"returned": stopReturned,
		"method":   s.Shutdown,
	})
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	until := make(chan error, 2)
	go func() { until <- stops.Until(ctx, listen("E")) }()
	go func() { until <- stops.Named(ctx, listen("F")) }()
	<-ctx.Done()

	upTo := make(chan struct{})
	go func() {
		here.GracefulStop()
		close(upTo)
	}()
	select {
	case <-upTo:
	case <-time.After(10 * time.Second):
		log.Print("forced")
	}

	open := make(chan struct{})
	go func() {
		there.GracefulStop() // want `waits for requests in flight without a limit`
		close(open)
	}()
	<-open
	<-until
	<-until
	<-done
}
