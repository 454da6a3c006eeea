// Package main closes a store, of which it knows no more than an interface, while requests
// are still open: to close it is not to wait for them.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/stores/kv"
	"drain/stores/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	store, err := kv.New(os.Getenv("FILE"), os.Getenv("CACHED") != "")
	if err != nil {
		log.Print(err)
		return
	}
	defer store.Close()
	if err := web.Run(ctx, os.Getenv("ADDR")); err != nil { // want `main ends without waiting for it`
		log.Print(err)
	}
}
