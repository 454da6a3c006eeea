// Package main gives contexts to a package that drains with them.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/cancelsatonce/kit"
)

func main() {
	atOnce()
	either()
	behind()
	never()
}

func atOnce() {
	ctx, cancel := context.WithCancel(context.Background())
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	go func() {
		log.Print("got ", <-quit)
		cancel()
	}()
	s := kit.New(ctx, os.Getenv("ADDR")) // want `is given this context, which ends at the signal`
	s.Start()
	<-ctx.Done()
	_ = s.Stop()
}

func either() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case <-quit:
			cancel()
		case <-ctx.Done():
		}
	}()
	s := kit.New(ctx, os.Getenv("OTHER_ADDR")) // want `is given this context, which ends at the signal`
	s.Start()
	<-ctx.Done()
	_ = s.Stop()
}

// behind cancels when the drain is over.
func behind() {
	ctx, cancel := context.WithCancel(context.Background())
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	s := kit.New(ctx, os.Getenv("THIRD_ADDR"))
	s.Start()
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-quit
		_ = s.Stop()
		cancel()
	}()
	<-done
}

// never cancels.
func never() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	s := kit.New(context.Background(), os.Getenv("FOURTH_ADDR"))
	s.Start()
	<-quit
	_ = s.Stop()
}
