// Package main waits with one package and serves with another.
package main

import (
	"context"
	"log"
	"os"
	"syscall"

	"sigterm/siblings/stop"
	"sigterm/siblings/web"
)

func main() {
	s := web.New(os.Getenv("ADDR"))
	go func() { log.Print(s.Start()) }()
	switch os.Getenv("HOW") {
	case "list":
		stop.For(os.Interrupt) // want `only SIGINT is waited for in stop.For and not SIGTERM, so the graceful stop never runs`
	case "quit":
		stop.For(syscall.SIGHUP)
	case "context":
		ctx, cancel := stop.Context(context.Background()) // want `only SIGINT is waited for in stop.Context`
		defer cancel()
		<-ctx.Done()
	default:
		stop.Wait() // want `only SIGINT is waited for in stop.Wait`
	}
	log.Print(s.Stop(context.Background()))
}
