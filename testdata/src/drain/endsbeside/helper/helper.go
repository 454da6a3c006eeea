// Package helper runs functions until a signal comes.
package helper

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
)

// Run ends the process at the signal.
func Run(run func(ctx context.Context) error) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		s := <-sigs
		log.Print("terminating: ", s)
		cancel()
		os.Exit(0)
	}()
	return run(ctx)
}

// RunOut lets the function come to its end; a second signal ends the process.
func RunOut(run func(ctx context.Context) error) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		<-sigs
		cancel()
		<-sigs
		os.Exit(1)
	}()
	return run(ctx)
}
