// Package main runs servers of its own, which it stops or not.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"noshutdown/ownserver/tcp"
)

func addr(key string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return ":7000"
}

func main() {
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
	switch len(os.Args) {
	case 1:
		s := tcp.NewLines(addr("A"))
		go func() { log.Fatal(s.ListenAndServe()) }() // want `the server started by \(\*tcp.Lines\).ListenAndServe is never stopped by Shutdown`
		<-sig
	case 2:
		s := tcp.NewLines(addr("B"))
		go func() { log.Fatal(s.ListenAndServe()) }() // want `the server started by \(\*tcp.Lines\).ListenAndServe is only stopped abruptly \(Close\), never by Shutdown`
		<-sig
		s.Close()
	case 3:
		right(sig)
	case 4:
		_, err := tcp.NewEager(addr("D")) // want `the server started by \(\*tcp.Eager\).serve is never stopped`
		log.Print(err)
		<-sig
	case 5:
		s, err := tcp.NewEager(addr("E"))
		if err != nil {
			log.Fatal(err)
		}
		<-sig
		s.Stop()
	case 6:
		ln, err := net.Listen("tcp", addr("F"))
		if err != nil {
			log.Fatal(err)
		}
		s := new(tcp.Given)
		go s.Serve(ln) // want `the server started by \(\*tcp.Given\).Serve is never stopped by Stop`
		<-sig
	case 7:
		ln, err := net.Listen("unix", "/run/shop.sock")
		if err != nil {
			log.Fatal(err)
		}
		s := new(tcp.Given)
		go s.Serve(ln) // for this machine
		<-sig
	case 8:
		go new(tcp.Rough).ListenAndServe(addr("G")) // it cannot be stopped in a better way
		<-sig
	}
}

func right(sig <-chan os.Signal) {
	s := tcp.NewLines(addr("C"))
	go func() { log.Print(s.ListenAndServe()) }()
	<-sig
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	s.Shutdown(limit)
}
