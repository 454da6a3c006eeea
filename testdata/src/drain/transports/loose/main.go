// Package main hands servers over to what does not wait for their stops.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/transports/api"
	"drain/transports/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		if err := app.Keep(ctx, api.NewBased(os.Getenv("STEADY"))); err != nil {
			log.Print(err)
		}
	}()
	if err := app.Loose(ctx, api.NewWaits(os.Getenv("LOOSE"))); err != nil { // want `main ends without waiting for \(\*api.Waits\).Stop, which is called in a goroutine \(at app.go:\d+\) and drains its server there`
		log.Fatal(err)
	}
}
