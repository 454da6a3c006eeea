// Package main has all of it.
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
)

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	stopped, err := start(os.Getenv("ADDR"), sigs)
	if err != nil {
		log.Fatal(err)
	}
	<-stopped
}

func start(addr string, sigs <-chan os.Signal) (<-chan struct{}, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	srv, stopped := &http.Server{}, make(chan struct{})
	go func() {
		defer close(stopped)
		if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) { // want `main ends without waiting for it`
			log.Fatal(err)
		}
	}()
	go func() {
		<-sigs
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(ctx)
	}()
	return stopped, nil
}
