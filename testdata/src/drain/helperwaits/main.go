// Command helperwaits leaves its drains to functions of another package that wait for the
// signal first, each in a goroutine, and ends with its servers.
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
	if os.Getenv("ONE") != "" {
		one(ctx)
		return
	}
	two()
}

func one(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("A_ADDR")}
	go web.StopAfter(ctx, srv, 10*time.Second)
	if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want `returns as soon as \(\*http.Server\).Shutdown begins at main.go:\d+, and main ends without waiting for it`
		log.Fatal(err)
	}
}

func two() {
	srv := &http.Server{Addr: os.Getenv("B_ADDR")}
	go func() {
		web.StopAtSignal(srv)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want `returns as soon as \(\*http.Server\).Shutdown begins at main.go:\d+, and main ends without waiting for it`
		log.Fatal(err)
	}
}
