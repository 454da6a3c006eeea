// Package main serves with fasthttp and http3.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"github.com/quic-go/quic-go/http3"
	"github.com/valyala/fasthttp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	checked(ctx)
	fatal(ctx)
	quic(ctx)
	quicRight(ctx)
}

// checked is right: fasthttp returns nil when it is stopped.
func checked(ctx context.Context) {
	s := &fasthttp.Server{Name: "checked"}
	go func() {
		if err := s.ListenAndServe(os.Getenv("ADDR")); err != nil {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	_ = s.ShutdownWithContext(ctx) // want `has already ended here`
	_ = s.Shutdown()
}

func fatal(ctx context.Context) {
	s := &fasthttp.Server{Name: "fatal"}
	l, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		log.Fatal(s.Serve(l)) // want `\(\*fasthttp.Server\).Serve returns as soon as \(\*fasthttp.Server\).Shutdown begins`
	}()
	<-ctx.Done()
	_ = s.Shutdown()
}

func quic(ctx context.Context) {
	s := &http3.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := s.ListenAndServe(); err != nil {
			log.Fatal(err) // want `\(\*http3.Server\).ListenAndServe returns as soon as`
		}
	}()
	<-ctx.Done()
	_ = s.Shutdown(ctx) // want `has already ended here`
}

func quicRight(ctx context.Context) {
	s := &http3.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := s.ListenAndServe(); ctx.Err() == nil {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	_ = s.Shutdown(context.Background())
}
