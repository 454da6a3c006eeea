// Command waits waits for the goroutine that serves, which waits for the drain.
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

type console struct{ addr string }

func (c *console) run(ctx context.Context) {
	srv := &http.Server{Addr: c.addr}
	drained := make(chan struct{})
	go func() {
		<-ctx.Done()
		log.Print(srv.Shutdown(context.Background()))
		close(drained)
	}()
	log.Print(srv.ListenAndServe())
	<-drained
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var group sync.WaitGroup
	group.Add(1)
	c := &console{addr: os.Getenv("ADDR")}
	go func() {
		defer group.Done()
		c.run(ctx)
	}()
	<-ctx.Done()
	group.Wait()
}
