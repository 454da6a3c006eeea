// Package main ends all connections before it drains, or when it has.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
)

func main() {
	l, err := net.Listen("tcp", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	first, last := grpc.NewServer(), grpc.NewServer()
	for _, s := range []*grpc.Server{first, last} {
		go func() { log.Print(s.Serve(l)) }()
	}
	web := &http.Server{Addr: os.Args[2]}
	go func() {
		if err := web.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	first.Stop() // want "ends at once the connections for which .*GracefulStop at main.go:38 waits"
	log.Print("stopping")
	first.GracefulStop()
	last.GracefulStop()
	last.Stop()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := web.Shutdown(ctx); err != nil {
		log.Print(web.Close())
	}
}
