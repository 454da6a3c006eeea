// Package main logs with functions of its own.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var failed bool

func report(err error) { log.Println("server crashed", err) }

func reportAndTell(err error) {
	log.Println("server crashed", err)
	failed = true
}

func main() {
	web, other := &http.Server{Addr: os.Getenv("ADDR")}, &http.Server{Addr: os.Getenv("ADDR2")}
	go func() {
		if err := web.ListenAndServe(); err != http.ErrServerClosed { // want `is only logged`
			report(err)
		}
	}()
	go func() {
		if err := other.ListenAndServe(); err != http.ErrServerClosed {
			reportAndTell(err)
		}
	}()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	log.Print(failed)
}
