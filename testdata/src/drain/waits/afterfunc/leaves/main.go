// Command leaves drains in a goroutine of AfterFunc, and ends with the context that
// starts it.
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
	go func() { log.Print(srv.ListenAndServe()) }() // want `main ends without waiting for it`
	<-ctx.Done()
}
