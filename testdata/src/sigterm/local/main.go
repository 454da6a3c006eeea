// Package main has a listener for a test of its own only.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	srv := &http.Server{}
	go func() { log.Print(srv.Serve(l)) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}
