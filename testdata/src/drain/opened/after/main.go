// Package main waits for its server, and starts another one in its place as long as
// it is not told to stop.
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

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	drained := make(chan struct{}, 1)
	for again := false; ctx.Err() == nil; again = true {
		if again {
			await(drained)
		}
		srv := &http.Server{Addr: os.Getenv("LISTEN")}
		go func() {
			<-ctx.Done()
			end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 8*time.Second)
			defer cancel()
			if err := srv.Shutdown(end); err != nil {
				log.Print(err)
			}
			drained <- struct{}{}
		}()
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}
	await(drained)
}

func await(ended chan struct{}) { <-ended }
