// Command options is linted with a grace period of 10s and unbounded drains.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"
)

var srv = &http.Server{Addr: os.Getenv("ADDR")}

func main() {
	go func() { log.Print(srv.ListenAndServe()) }()
	ctx := context.Background()
	_ = srv.Shutdown(ctx)                                                     // want `\(\*http.Server\).Shutdown waits for requests in flight without a limit, so one stuck connection and the platform kills the program`
	_ = srv.Shutdown(context.TODO())                                          // want `\(\*http.Server\).Shutdown waits for requests in flight without a limit, so one stuck connection and the platform kills the program`
	_ = srv.Shutdown(context.WithoutCancel(context.WithValue(ctx, key{}, 1))) // want `\(\*http.Server\).Shutdown waits for requests in flight without a limit, so one stuck connection and the platform kills the program`
	_ = srv.Shutdown(context.WithValue(ctx, key{}, 1))                        // want `\(\*http.Server\).Shutdown waits for requests in flight without a limit, so one stuck connection and the platform kills the program`
	limited(ctx)
	handed(ctx) // want `main.handed waits for requests in flight without a limit`
	given(ctx)  // want `main.given waits for requests in flight without a limit`
	short(ctx)
}

type key struct{}

func limited(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx) // want `waits up to 15s for requests in flight, longer than the platform's grace period of 10s`
}

func handed(ctx context.Context) { given(ctx) }

func given(ctx context.Context) { _ = srv.Shutdown(ctx) }

func short(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
	signalled, stop := context.WithCancel(ctx)
	defer stop()
	_ = srv.Shutdown(signalled)
}
