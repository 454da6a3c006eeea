// Package main puts together servers that one package keeps and another starts.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/packages/sibling/app"
	"noshutdown/packages/sibling/held"
)

func main() {
	a := app.New(held.NewStopped(http.NotFoundHandler()), held.NewKept(http.NotFoundHandler()))
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() { log.Fatal(a.Forever()) }() // want "is never stopped by Shutdown"
	a.Run(stop)
}
