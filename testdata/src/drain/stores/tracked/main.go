// Package main waits for the drain by way of an interface.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"drain/stores/kv"
	"drain/stores/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var drains sync.WaitGroup
	drained := kv.Wait(&drains)
	defer drained.Close()
	if err := web.RunCounted(ctx, os.Getenv("ADDR"), &drains); err != nil {
		log.Print(err)
	}
}
