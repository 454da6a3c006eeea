// Package main stops its servers in one of two ways, and gives the other up.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/oneofseveral/web"
)

func main() {
	done := make(chan struct{})
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-c
		close(done)
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		if err := web.Either(ctx, context.Background(), os.Getenv("A")); err != nil {
			log.Fatal(err)
		}
	}()
	go func() {
		if err := web.Alone(context.Background(), os.Getenv("B")); err != nil { // want `its Shutdown waits for a context that never ends`
			log.Fatal(err)
		}
	}()
	if err := web.Until(context.Background(), done, os.Getenv("C")); err != nil {
		log.Fatal(err)
	}
}
