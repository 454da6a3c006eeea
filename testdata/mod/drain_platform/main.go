// Command shop stops its server with the module of another team.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/platform/httpserver"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		log.Print(srv.ListenAndServe())
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() { log.Print(httpserver.StopLate(ctx, srv)) }()
	<-ctx.Done()
	log.Print(httpserver.Stop(ctx, srv)) // want `the context given to httpserver.Stop has already ended here`
	log.Print(httpserver.Stop(context.WithoutCancel(ctx), srv))
}
