// Command leaves waits for its workers, and not for the goroutine that drains.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

type agent struct {
	workers, drains sync.WaitGroup
	srv             *http.Server
}

func (a *agent) start(ctx context.Context) {
	a.workers.Add(1)
	go a.work(ctx)
	a.drains.Add(1)
	go func() {
		defer a.drains.Done()
		<-ctx.Done()
		log.Print(a.srv.Shutdown(context.Background()))
	}()
	go func() { log.Print(a.srv.ListenAndServe()) }() // want `main ends without waiting for it`
}

func (a *agent) work(ctx context.Context) {
	defer a.workers.Done()
	<-ctx.Done()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &agent{srv: &http.Server{Addr: os.Getenv("ADDR")}}
	a.start(ctx)
	a.workers.Wait()
}
