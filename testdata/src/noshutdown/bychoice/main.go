// Package main drains one server, and closes others at once.
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

	"google.golang.org/grpc"
)

func main() {
	api := &http.Server{Addr: os.Getenv("ADDR")}
	admin := &http.Server{Addr: os.Getenv("ADMIN_ADDR")}
	pages := &http.Server{Addr: os.Getenv("PAGES_ADDR")}
	rpc := grpc.NewServer()
	l, err := net.Listen("tcp", os.Getenv("RPC_ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	go run(api.ListenAndServe)
	go run(admin.ListenAndServe)            // whoever wrote Close here knows of Shutdown
	go run(pages.ListenAndServe)            // want `only stopped abruptly \(Close\), never by Shutdown`
	go func() { log.Print(rpc.Serve(l)) }() // want `only stopped abruptly \(Stop\), never by GracefulStop`
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	admin.Close()
	rpc.Stop()
	if err := api.Shutdown(drain); err != nil {
		log.Print(err)
	}
	closePages(pages)
}

func closePages(srv *http.Server) { srv.Close() }

func run(start func() error) {
	if err := start(); err != http.ErrServerClosed {
		log.Print(err)
	}
}
