// Package main takes the stop of another package's server for a failure.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/packages/internal/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s, quiet, other := server.New(os.Getenv("A")), server.New(os.Getenv("B")), server.New(os.Getenv("C"))
	go func() {
		if err := s.Run(); err != nil {
			log.Fatal(err) // want `so this ends the process`
		}
	}()
	go func() {
		if err := quiet.RunQuietly(); err != nil {
			log.Fatal(err)
		}
	}()
	// Nobody stops this one.
	go func() { log.Fatal(other.Run()) }()
	<-ctx.Done()
	log.Print(s.Stop(context.Background()), quiet.Stop(context.Background()))
}
