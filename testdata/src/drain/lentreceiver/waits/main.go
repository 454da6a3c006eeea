// Command waits ends the context of the requests when its server is drained.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/lentreceiver/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv, other := new(web.Server), new(web.Server)
	serving, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	go func() {
		if err := srv.ListenAndServe(serving, os.Getenv("A_ADDR")); err != nil {
			log.Fatal(err)
		}
	}()
	own, end := context.WithCancel(context.Background())
	go func() {
		if err := other.ListenAndServe(own, os.Getenv("B_ADDR")); err != nil {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	limit, done := context.WithTimeout(context.Background(), 10*time.Second)
	defer done()
	_ = other.Shutdown(limit)
	end()
	_ = srv.Shutdown(limit)
}
