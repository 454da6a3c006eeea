// Package main drops what functions return that have it from goroutines.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"listenerr/sentback/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go web.Run(ctx, os.Getenv("A"))           // want `the error of \(\*http.Server\).ListenAndServe is dropped`
	_ = web.Wait(&http.Server{Addr: ":9000"}) // want `the error of \(\*http.Server\).ListenAndServe is dropped`
	go func() {
		if err := web.Run(ctx, os.Getenv("B")); err != nil {
			log.Fatal(err)
		}
	}()
	go web.Count(os.Getenv("C"))
	<-ctx.Done()
}
