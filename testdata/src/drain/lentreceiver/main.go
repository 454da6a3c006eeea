// Command lentreceiver gives the servers of another package contexts for their requests that end
// before it stops them.
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
	signalled(ctx)
	cancelled(ctx)
}

func signalled(ctx context.Context) {
	srv := new(web.Server)
	go func() {
		if err := srv.ListenAndServe(ctx, os.Getenv("A_ADDR")); err != nil { // want `requests run in a context that ends at the signal`
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	limit, done := context.WithTimeout(context.Background(), 10*time.Second)
	defer done()
	_ = srv.Shutdown(limit)
}

func cancelled(ctx context.Context) {
	srv := new(web.Server)
	serving, cancel := context.WithCancel(context.Background())
	go func() {
		if err := srv.ListenAndServe(serving, os.Getenv("B_ADDR")); err != nil { // want `requests run in a context that has ended when the stop at main.go:\d+ begins`
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	cancel()
	limit, done := context.WithTimeout(context.Background(), 10*time.Second)
	defer done()
	_ = srv.Shutdown(limit)
}
