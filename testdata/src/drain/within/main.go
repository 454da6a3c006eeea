// Package main ends the process while another package drains its server.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/within/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		log.Println("stopped")
		os.Exit(0) // want `this ends the process at the signal at which the drain of what is started at rpc.go:\d+ begins`
	}()
	if err := app.Right(ctx, os.Getenv("ADDR")); err != nil {
		log.Fatal(err)
	}
}
