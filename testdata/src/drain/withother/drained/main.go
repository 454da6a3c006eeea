// Drained waits for the drain of one server, and the other drains in a goroutine.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func orders() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", func(http.ResponseWriter, *http.Request) {})
	return mux
}

func metrics() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /metrics", func(http.ResponseWriter, *http.Request) {})
	return mux
}

func served(err error) {
	if err != http.ErrServerClosed {
		log.Fatal(err)
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	api := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders()}
	operator := &http.Server{Addr: os.Getenv("METRICS_ADDR"), Handler: metrics()}
	go func() {
		<-ctx.Done()
		_ = api.Shutdown(context.WithoutCancel(ctx))
	}()
	go func() { served(api.ListenAndServe()) }() // want `returns as soon as .*, and main ends without waiting for it`
	go func() { served(operator.ListenAndServe()) }()
	<-ctx.Done()
	_ = operator.Shutdown(context.WithoutCancel(ctx))
}
