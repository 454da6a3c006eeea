// Package main ends a library's scheduler while requests are still open: that waits for what
// the scheduler does, at most.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/robfig/cron/v3"

	"drain/libends/jobs"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if os.Getenv("ADDRS") != "" {
		several(ctx)
		return
	}
	c := cron.New()
	if _, err := c.AddFunc("@daily", func() { log.Print("a day") }); err != nil {
		log.Print(err)
	}
	c.Start()
	defer c.Stop()
	j := jobs.New()
	defer j.Close()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `main ends without waiting for it`
		log.Print(err)
	}
}

// several waits for the ends of the starts only; what it does before is done by then.
func several(ctx context.Context) {
	var wg sync.WaitGroup
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(limit)
	}()
	jobs.Prepare()
	wg.Add(1)
	go func() {
		defer wg.Done()
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `main ends without waiting for it`
			log.Print(err)
		}
	}()
	wg.Wait()
}
