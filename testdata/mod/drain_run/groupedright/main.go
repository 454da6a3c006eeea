// Command groupedright waits for one that is done after it.
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
	go parts.Grouped(ctx, wg, "127.0.0.1:"+os.Getenv("PORT"))
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	cancel()
	wg.Wait()
}
