// Package main ends with what only begins a drain.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"drain/leaves/api"
	"drain/leaves/node"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if addr := os.Getenv("NODE_ADDR"); addr != "" {
		node.Run(ctx, addr) // want `main ends without waiting for the drain of a server that this call leaves to a goroutine`
		return
	}
	s := api.New(os.Getenv("ADDR"))
	s.Start()
	<-ctx.Done()
	s.Close() // want `main ends without waiting for the drain of a server that this call leaves to a goroutine`
}
