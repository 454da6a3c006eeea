// Package main counts its goroutines with a type of its own, and waits for
// others.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

type group struct{ running, others sync.WaitGroup }

func (g *group) Go(f func() error) {
	g.running.Add(1)
	go func() {
		defer g.running.Done()
		if err := f(); err != nil {
			log.Print(err)
		}
	}()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	var g group
	web := &http.Server{Addr: ":" + os.Getenv("PORT")}
	g.Go(func() error {
		<-ctx.Done()
		limited, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return web.Shutdown(limited)
	})
	log.Print(web.ListenAndServe()) // want `main ends without waiting for it`
	g.others.Wait()
}
