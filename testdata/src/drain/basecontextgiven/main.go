// Package main gives another package the context of the signal.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/basecontextgiven/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := web.New(ctx, os.Getenv("ADDR")) // want `requests run in a context that ends at the signal \(main.go:16\)`
	other := web.New(context.WithoutCancel(ctx), os.Getenv("ADDR2"))
	go func() { log.Print(s.Start()) }()
	go func() { log.Print(other.Start()) }()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	log.Print(s.Stop(limit), other.Stop(limit))
}
