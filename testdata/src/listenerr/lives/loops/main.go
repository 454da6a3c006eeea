// Package main logs that it cannot serve, and then waits for its drain.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("A")}
	drained := make(chan struct{})
	go func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt, syscall.SIGTERM)
		<-c
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
		close(drained)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want `only logged, so with a port that is taken the process lives on`
		log.Print(err)
	}
	<-drained
	heard(&http.Server{Addr: os.Getenv("B")})
}

// heard does not wait for the drain alone.
func heard(srv *http.Server) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	over := make(chan struct{})
	go func() {
		<-c
		_ = srv.Shutdown(context.Background())
		close(over)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Print(err)
		close(over)
	}
	<-over
	left(&http.Server{Addr: os.Getenv("C")})
}

// left does not wait when it has failed.
func left(srv *http.Server) {
	over := make(chan struct{})
	go func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt, syscall.SIGTERM)
		<-c
		_ = srv.Shutdown(context.Background())
		close(over)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Print(err)
		return
	}
	<-over
}
