// Package main does something else when its servers have been told to stop.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/runservices/api"
	"drain/runservices/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app.App{Services: []app.Service{api.NewHasty(os.Getenv("HASTY"))}}
	if err := a.Run(ctx); err != nil {
		log.Fatal(err)
	}
	time.Sleep(10 * time.Second)
}
