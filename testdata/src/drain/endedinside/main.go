// Package main gives the context of the signal to a package in which the mistake
// is, and is told of there.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/endedinside/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := app.New().Run(ctx); err != nil {
		log.Print(err)
	}
}
