// Package main has several servers in a slice.
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

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	servers := []*http.Server{
		{Addr: os.Getenv("ADDR")},
		{Addr: os.Getenv("ADMIN_ADDR")},
	}
	for _, srv := range servers {
		go func() {
			if err := srv.ListenAndServe(); err != nil {
				log.Fatal(err) // want `so this ends the process`
			}
		}()
	}
	<-ctx.Done()
	for _, srv := range servers {
		log.Print(srv.Shutdown(ctx)) // want `has already ended here`
	}

	var wg sync.WaitGroup
	for _, srv := range servers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			limit, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			log.Print(srv.Shutdown(limit)) // want `waits up to 1m0s`
		}()
	}
	wg.Wait()
}
