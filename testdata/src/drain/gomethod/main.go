// Package main starts the stop of another package, and does not wait for it.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/gomethod/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := web.New(os.Getenv("ADDR"))
	go s.StopWith(ctx)
	if err := s.Start(); err != nil { // want `and main ends without waiting for it`
		log.Fatal(err)
	}
}
