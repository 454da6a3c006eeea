// Package main has what starts and stops its server in fields.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/parts/web"
)

type app struct {
	start func() error
	stop  func(context.Context) error
}

func newApp() *app {
	srv := web.New(os.Getenv("ADDR"))
	return &app{start: srv.Start, stop: srv.Stop}
}

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	a := newApp()
	go func() {
		if err := a.start(); err != nil {
			log.Fatal(err)
		}
	}()
	<-quit
	if err := a.stop(context.Background()); err != nil {
		log.Fatal(err)
	}
}
