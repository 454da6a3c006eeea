// Package main starts servers that another package makes.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/cutelsewhere/routed"
	"drain/cutelsewhere/server"
)

func main() {
	srv, other := server.New(os.Getenv("ADDR")), routed.New(os.Getenv("OTHER"))
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	go func() {
		if err := other.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = srv.Shutdown(limit)
	_ = other.Shutdown(limit)
}
