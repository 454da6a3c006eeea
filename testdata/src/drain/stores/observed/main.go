// Package main has observers of the end of its drain, none of which tells anybody.
package main

import (
	"context"
	"errors"
	"flag"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type observer interface{ Stopped() }

type logged struct{}

func (logged) Stopped() { log.Print("stopped") }

type counted struct{ n int }

func (c *counted) Stopped() { c.n++ }

func main() {
	count := flag.Bool("count", false, "count the stops")
	flag.Parse()
	var o observer = logged{}
	if *count {
		o = new(counted)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-ctx.Done()
	}()
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(limit)
		o.Stopped()
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `main ends without waiting for it`
		log.Print(err)
	}
	<-done
}
