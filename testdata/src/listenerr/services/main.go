// Package main runs a service by what stands before it.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"listenerr/services/service"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	group := service.NewGroup(service.NewHTTP("api", os.Getenv("ADDR"), mux))
	if len(os.Args) > 1 {
		log.Fatal(group.RunUntil(ctx))
	}
	if err := group.Run(ctx); err != nil { // want `ListenAndServe is only logged, so with a port that is taken the process lives on`
		log.Fatal(err)
	}
}
