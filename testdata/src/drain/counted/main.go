// Package main counts its requests itself, and waits until there are none.
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

type counter struct{ wg sync.WaitGroup }

func (c *counter) add()  { c.wg.Add(1) }
func (c *counter) wait() { c.wg.Wait() }

func main() {
	var c counter
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c.add()
		defer c.wg.Done()
	})}
	stopAtSignal(srv)
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	c.wait()
}

func stopAtSignal(srv *http.Server) {
	ctx, _ := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		_ = srv.Shutdown(context.Background())
	}()
}
