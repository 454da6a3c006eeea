// Command grouped waits for a group that is done before the drain.
package main

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"example.com/drainrun/internal/parts"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	wg := new(sync.WaitGroup)
	wg.Add(1)
	go parts.GroupedEarly(ctx, wg, "127.0.0.1:"+os.Getenv("PORT")) // want `main ends without waiting for this call, which drains the server`
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	cancel()
	wg.Wait()
}
