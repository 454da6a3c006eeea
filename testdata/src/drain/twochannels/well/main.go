// Package main waits for the drain.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/twochannels/late"
)

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	stop, stopped, err := late.Start(os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	<-sigs
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	stop <- ctx
	<-stopped
}
