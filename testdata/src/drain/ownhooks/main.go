// Package main runs what has hooks.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/ownhooks/api"
	"drain/ownhooks/keeps"
	"drain/ownhooks/lifecycle"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if len(os.Args) > 1 {
		var lc keeps.Lifecycle
		api.Lives(&lc, os.Getenv("LIVES"))
		api.Unawaited(&lc, os.Getenv("UNAWAITED"))
		log.Print(lc.Run(ctx))
		return
	}
	var lc lifecycle.Lifecycle
	api.Ended(&lc, os.Getenv("ENDED"))
	api.Value(&lc, os.Getenv("VALUE"))
	api.Own(&lc, os.Getenv("OWN"))
	log.Print(lc.Run(ctx))
}
