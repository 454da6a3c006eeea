// Package main serves what a library made, and stops one of two.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/madebylibrary/shell"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	held, err := shell.NewHeld(os.Getenv("HELD_ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	lone, err := shell.NewLone(os.Getenv("LONE_ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Print(held.Serve()) }()
	go func() { log.Print(lone.Serve()) }() // want `the server started by \(\*ssh.Server\).ListenAndServe is never stopped by Shutdown`
	<-ctx.Done()
	if err := held.SSH.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}
