// Package main has a unit.
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

// limit is a number of seconds.
const limit = 10

func main() {
	srv := &http.Server{Addr: ":" + os.Args[1]}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	ctx, cancel := context.WithTimeout(context.Background(), limit*time.Second)
	defer cancel()
	log.Print(srv.Shutdown(ctx))
}
