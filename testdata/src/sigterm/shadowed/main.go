// Package main has other things called signal, os and syscall.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"sigterm/shadowed/internal/signal"
)

type notifier struct{}

func (notifier) Notify(c chan<- os.Signal, sig ...os.Signal) {}

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	{
		signal := notifier{}
		signal.Notify(quit, os.Interrupt, os.Kill)
	}
	<-ctx.Done()
	log.Print(srv.Shutdown(context.Background()))
}
