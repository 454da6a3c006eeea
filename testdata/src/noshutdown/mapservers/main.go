// Package main has servers in a map of another package's.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/mapservers/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := app.New()
	a.Add("api", os.Getenv("ADDR"))
	log.Print(a.Run(ctx))
}
