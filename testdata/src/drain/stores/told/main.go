// Package main has observers of the end of its drain, one of which tells main.
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

type teller struct{ done chan struct{} }

func (t *teller) Stopped() { close(t.done) }

func main() {
	tell := flag.Bool("tell", false, "wait for the drain")
	flag.Parse()
	done := make(chan struct{})
	var o observer = logged{}
	if *tell {
		o = &teller{done}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(limit)
		o.Stopped()
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
	if *tell {
		<-done
	}
}
