// Package main stops its server.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/besides/rpc"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	srv := rpc.New(os.Getenv("ADDR"))
	go func() {
		if err := srv.Start(); err != nil {
			log.Fatal(err)
		}
	}()
	<-quit
	srv.Stop(context.Background())
}
