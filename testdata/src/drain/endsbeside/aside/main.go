// Package main has a goroutine with a channel of its own, which removes a file and ends
// the process.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func cleanup(file string) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	for range c {
		os.Remove(file)
		os.Exit(0) // want `this ends the process at the signal at which \(\*http.Server\).Shutdown begins`
	}
}

func main() {
	go cleanup(os.Getenv("PIDFILE"))
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	limit, done := context.WithTimeout(context.Background(), 5*time.Second)
	defer done()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
