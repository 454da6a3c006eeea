// Package main has a server that embeds another, and calls s.Close().
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/embedder/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := web.New(os.Getenv("LISTEN_ADDR"))
	go func() { log.Print(s.Listen()) }() // want `never stopped`
	<-ctx.Done()
	log.Print(s.Close())
}
