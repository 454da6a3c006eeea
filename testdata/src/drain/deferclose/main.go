// Package main defers what waits for nobody in another package.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/deferclose/repo"
)

func main() {
	r := repo.New()
	defer r.Close() // another package of the module: does not wait for a goroutine
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		<-c
		_ = srv.Shutdown(context.Background())
	}()
	if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed { // want `main ends without waiting for it`
		log.Print(err)
	}
}
