// Command waits drains in a goroutine of AfterFunc, and waits for it.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	drained := make(chan struct{})
	context.AfterFunc(ctx, func() {
		defer close(drained)
		log.Print(srv.Shutdown(context.Background()))
	})
	go func() { log.Print(srv.ListenAndServe()) }()
	<-ctx.Done()
	<-drained
}
