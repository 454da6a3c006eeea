// Package main starts servers in what go and defer statements are given, which is
// worked out before the statements come to the next.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	switch len(os.Args) {
	case 1:
		atOnce(c)
	case 2:
		beside(c)
	case 3:
		deferred(c)
	}
}

// atOnce waits for the server before it starts the goroutine.
func atOnce(c chan os.Signal) {
	srv := &http.Server{Addr: os.Getenv("A")}
	go log.Println(srv.ListenAndServe()) // want `its Shutdown stands behind this call, which blocks`
	<-c
	_ = srv.Shutdown(context.Background())
}

// beside has the goroutine wait for it.
func beside(c chan os.Signal) {
	srv := &http.Server{Addr: os.Getenv("B")}
	go func(say func(...any)) {
		say(srv.ListenAndServe())
	}(log.Fatalln)
	<-c
	_ = srv.Shutdown(context.Background())
}

// deferred waits for the server, too.
func deferred(c chan os.Signal) {
	srv := &http.Server{Addr: os.Getenv("C")}
	defer log.Println(srv.ListenAndServe()) // want `its Shutdown stands behind this call, which blocks`
	<-c
	_ = srv.Shutdown(context.Background())
}
