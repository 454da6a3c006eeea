// Package main defers what waits for nobody.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	c := make(chan os.Signal, 1)
	defer close(c)
	signal.Notify(c, syscall.SIGTERM, syscall.SIGINT)
	defer signal.Stop(c) // does not wait
	go func(s *http.Server, c <-chan os.Signal) {
		if _, ok := <-c; ok {
			ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
			defer cancel()
			_ = s.Shutdown(ctx)
		}
	}(srv, c)
	if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed { // want `main ends without waiting for it`
		return err
	}
	return nil
}
