// Beside stops both servers at the signal, each in a goroutine, and main ends with one, or
// with the drain of one.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
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
	go shutdown(ctx, api)
	go shutdown(ctx, operator)
	go func() { served(api.ListenAndServe()) }() // want `returns as soon as .*, and main ends without waiting for it`
	served(operator.ListenAndServe())
}

func shutdown(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	log.Print("shutting down")
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = srv.Shutdown(limit)
}
