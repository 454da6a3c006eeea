// Package main ends the context that the requests run in.
package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"

	"drain/running/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := app.RunTied(ctx); err != nil { // want `requests run in the context that \(\*api.Tied\).Run is given at runner.go:35`
		log.Print(err)
	}
}
