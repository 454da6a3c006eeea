// Package main waits for signals in a context into which a library has put
// something.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"runtime/pprof"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ctx = pprof.WithLabels(ctx, pprof.Labels("program", "carried"))
	told, stop := signal.NotifyContext(ctx, os.Interrupt) // want `only SIGINT is waited for`
	defer stop()
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	<-told.Done()
	end, done := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer done()
	if err := srv.Shutdown(end); err != nil {
		log.Print(err)
	}
}
