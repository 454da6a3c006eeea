// Behind stops the operator's server last: main ends when all is answered.
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
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_ = api.Shutdown(limit)
		_ = operator.Shutdown(limit)
	}()
	go func() { served(api.ListenAndServe()) }()
	served(operator.ListenAndServe())
}
