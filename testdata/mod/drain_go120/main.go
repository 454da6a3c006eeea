// Command drain is for a Go that has no context.WithoutCancel.
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
	srv := &http.Server{Addr: ":" + os.Getenv("PORT")}
	go func() { log.Print(srv.ListenAndServe()) }()
	<-ctx.Done()
	log.Print(srv.Shutdown(ctx)) // want `has already ended here`
}
