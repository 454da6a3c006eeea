// Package main stops its own work, and no server of a library, at a signal.
package main

import (
	"context"
	"io"
	"log"
	"net"
	"os"
	"os/signal"
)

type store struct{ f *os.File }

func (s *store) save() { _ = s.f.Sync() }

func accept(ctx context.Context, ln net.Listener) {
	go func() { <-ctx.Done(); _ = ln.Close() }()
	for {
		c, err := ln.Accept()
		if err != nil {
			return
		}
		go func() { defer c.Close(); _, _ = io.Copy(c, c) }()
	}
}

func main() {
	ln, err := net.Listen("tcp", ":"+os.Getenv("PORT"))
	if err != nil {
		log.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt) // want `only SIGINT is waited for and not SIGTERM, so the stop \(main.go:\d+\) never runs`
	go accept(ctx, ln)
	go func() {
		saves := make(chan os.Signal, 1)
		signal.Notify(saves, os.Interrupt) // want `so the stop \(main.go:\d+\) never runs`
		for sig := range saves {
			log.Print(sig)
			new(store).save()
		}
	}()
	go func() {
		says := make(chan os.Signal, 1)
		signal.Notify(says, os.Interrupt)
		log.Print(<-says)
		os.Exit(1)
	}()
	if err := run(context.Background(), ln); err != nil {
		log.Print(err)
	}
	select {
	case <-stop:
	case <-ctx.Done():
	}
	cancel()
}

// run has a context that only main gives it.
func run(ctx context.Context, ln net.Listener) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt) // want `so the stop \(main.go:\d+\) never runs`
	defer stop()
	<-ctx.Done()
	return ln.Close()
}
