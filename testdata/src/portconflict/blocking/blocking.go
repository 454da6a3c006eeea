// Package main comes to the second listener only when the first is closed, or
// never.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
)

func one() {
	http.ListenAndServe(":8080", nil)
	http.ListenAndServe(":8080", nil)
}

func behindAnother() {
	go http.ListenAndServe(":8081", nil)
	http.ListenAndServe(":9081", nil)
	http.ListenAndServe(":8081", nil)
}

func behindServe() {
	l, err := net.Listen("tcp", ":8082")
	if err != nil {
		log.Fatal(err)
	}
	http.Serve(l, nil)
	net.Listen("tcp", ":8082")
}

func behindSignal() {
	go http.ListenAndServe(":8083", nil)
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
	http.ListenAndServe(":8083", nil)
}

func behindGroup() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		http.ListenAndServe(":8084", nil)
	}()
	wg.Wait()
	http.ListenAndServe(":8084", nil)
}

func run(addr string) error { return http.ListenAndServe(addr, nil) }

func behindFunction() {
	run(":8085")
	run(":8085")
}

func waitsInside(ctx context.Context) {
	go http.ListenAndServe(":8086", nil)
	<-ctx.Done()
}

func behindWaiting(ctx context.Context) {
	waitsInside(ctx)
	http.ListenAndServe(":8086", nil)
}

func closed() {
	l, err := net.Listen("tcp", ":8087")
	if err != nil {
		log.Fatal(err)
	}
	l.Close()
	http.ListenAndServe(":8087", nil)
}

func deferred() {
	defer http.ListenAndServe(":8088", nil)
	go http.ListenAndServe(":8088", nil)
	select {}
}

func maintenance(ctx context.Context) {
	srv := &http.Server{Addr: ":8089"}
	go srv.ListenAndServe()
	srv.Shutdown(ctx)
	http.ListenAndServe(":8089", nil)
}

func main() {
	one()
	behindAnother()
	behindServe()
	behindSignal()
	behindGroup()
	behindFunction()
	behindWaiting(context.Background())
	closed()
	deferred()
	maintenance(context.Background())
}
