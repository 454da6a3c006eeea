// Package main waits for a group by which servers say that they are drained.
package main

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"drain/grouped/web"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	wg := new(sync.WaitGroup)
	wg.Add(3)
	go web.Start(ctx, wg, os.Getenv("START"))
	go web.Hasty(ctx, wg, os.Getenv("HASTY")) // want `main ends without waiting for this call, which drains the server`
	go web.Aside(ctx, wg, os.Getenv("ASIDE")) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	cancel()
	wg.Wait()
}
