// Package main ends when the function that serves returns.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/library/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := web.Run(ctx, ":"+os.Getenv("PORT")); err != nil { // want `returns as soon as its server is told to stop, and main ends without waiting for it, so requests in flight are lost \(\(\*http.Server\).ListenAndServe is called at main.go:16\)$`
		log.Fatal(err)
	}
}
