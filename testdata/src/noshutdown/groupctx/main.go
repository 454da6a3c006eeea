// Package main asks to hear of signals and throws the context away that they end.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/groupctx/app"
)

func main() {
	_, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	log.Print(app.New().Run(context.Background())) // want `is never stopped: its Shutdown waits for a context that never ends`
}
