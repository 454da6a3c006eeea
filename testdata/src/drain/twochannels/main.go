// Package main waits for what says too early that the server has stopped.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/twochannels/early"
)

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	stop, stopped, err := early.Start(os.Getenv("ADDR")) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
	if err != nil {
		log.Fatal(err)
	}
	<-sigs
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	stop <- ctx
	<-stopped
}
