// Package main runs services, of which one fails at a signal: that ends their context.
package main

import (
	"context"
	"log"
	"os"

	"noshutdown/services/api"
	"noshutdown/services/app"
	"noshutdown/services/watch"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	a := &app.App{Services: []app.Service{api.NewWaits(os.Getenv("ADDR")), watch.Signals{}}}
	if err := a.Run(ctx); err != nil {
		log.Print(err)
	}
}
