// Command both has two servers drained by a function of another package, and ends with the one
// that is for its operator.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/helperwaits/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	orders := http.NewServeMux()
	orders.HandleFunc("POST /orders", func(http.ResponseWriter, *http.Request) {})
	metrics := http.NewServeMux()
	metrics.HandleFunc("GET /metrics", func(http.ResponseWriter, *http.Request) {})
	api := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders}
	operator := &http.Server{Addr: os.Getenv("METRICS_ADDR"), Handler: metrics}
	go web.StopAfter(ctx, api, 10*time.Second)
	go web.StopAfter(ctx, operator, 10*time.Second)
	go func() { served(api.ListenAndServe()) }() // want `returns as soon as .*, and main ends without waiting for it`
	served(operator.ListenAndServe())
}

func served(err error) {
	if err != http.ErrServerClosed {
		log.Fatal(err)
	}
}
