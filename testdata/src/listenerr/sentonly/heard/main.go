// Package main asks its servers whether they run.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"listenerr/sentonly/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := web.New(os.Getenv("ADDR"))
	defer srv.Close()
	failed := new(web.Pair).Start()
	select {
	case <-ctx.Done():
	case err := <-srv.Notify():
		log.Print(err)
	case err := <-failed:
		log.Print(err)
	}
}
