// Package main serves until contexts end that another package has put something into.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"noshutdown/carriers/values"
)

func main() {
	if len(os.Args) > 1 {
		serve(values.Stoppable(values.With(context.Background(), "one")))
		return
	}
	endless(values.With(context.Background(), "two"))
}

func serve(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("ONE")}
	go func() { log.Print(srv.ListenAndServe()) }()
	<-ctx.Done()
	drain(srv)
}

func endless(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("TWO")}
	go func() { log.Print(srv.ListenAndServe()) }() // want `its Shutdown waits for a context that never ends`
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	srv.Shutdown(limit)
}

func drain(srv *http.Server) {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	srv.Shutdown(limit)
}
