// Package main takes the time of the drain from a package of settings.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/limitthrough/conf"
	"drain/limitthrough/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	cfg := conf.Default()
	run := make(chan error, 2)
	go func() { run <- web.Run(ctx, cfg.Public) }() // want `Shutdown waits up to 2m0s for requests in flight`
	go func() { run <- web.Run(ctx, cfg.Staff) }()
	for range 2 {
		if err := <-run; err != nil {
			log.Print(err)
		}
	}
}
