// Package main does not wait for its closer.
package main

import (
	"context"
	"os/signal"
	"syscall"

	"drain/closedelsewhere/app"
	"drain/closedelsewhere/closer"
)

func main() {
	cl := closer.New()
	cl.OnSignal()
	a := app.New(cl) // want `main ends without waiting for the drain of a server that this call leaves to a goroutine`
	a.Start()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	<-ctx.Done()

}
