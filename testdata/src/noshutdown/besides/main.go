// Package main never stops its server.
package main

import (
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
		if err := srv.Start(); err != nil { // want `is in a method that nothing calls when the signal has come`
			log.Fatal(err)
		}
	}()
	<-quit
}
