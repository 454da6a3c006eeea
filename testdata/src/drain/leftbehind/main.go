// Package main waits for the signal, and not for those that drain then.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/leftbehind/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	left := web.New(os.Getenv("A"))
	go func() {
		if err := left.Run(ctx); err != nil { // want `main ends without waiting for this call, which drains the server of \(\*http.Server\).ListenAndServe in a goroutine`
			log.Fatal(err)
		}
	}()
	done := make(chan struct{})
	awaited := web.New(os.Getenv("B"))
	go func() {
		defer close(done)
		if err := awaited.Run(ctx); err != nil {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	<-done
}
