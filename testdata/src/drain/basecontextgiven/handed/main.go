// Package main gives a context to what hands it on.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/basecontextgiven/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := app.New(ctx) // want `requests run in a context that ends at the signal \(main.go:16\)`
	other := app.Apart(ctx)
	go func() { log.Print(s.Start()) }()
	go func() { log.Print(other.Start()) }()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	log.Print(s.Stop(limit), other.Stop(limit))
}
