// Package main serves until the signal.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/untilcontext/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch len(os.Args) {
	case 1:
		err = new(app.Beside).Run(ctx) // want `main ends without waiting for it`
	case 2:
		err = new(app.After).Run(ctx) // want `main ends without waiting for it`
	case 3:
		err = new(app.AfterWaits).Run(ctx)
	case 4:
		err = new(app.Group).Run(ctx) // want `main ends without waiting for it`
	case 5:
		err = new(app.Crew).Run(ctx)
	case 6:
		err = new(app.Once).Run(ctx) // want `main ends without waiting for it`
	}
	if err != nil {
		log.Fatal(err)
	}
}
