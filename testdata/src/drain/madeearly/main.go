// Package main runs servers until the signal.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/madeearly/server"
)

func main() {
	a := server.NewConstructed(os.Getenv("A"), 5*time.Second)
	b := server.NewChosen(os.Getenv("B"), server.Limit(5*time.Second))
	c := server.NewBegun(os.Getenv("C"))
	failed := make(chan error, 3)
	go func() { failed <- a.Serve() }()
	go func() { failed <- b.Serve() }()
	go func() { failed <- c.Serve() }()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-told:
	}
	c.Announce(5 * time.Second)
	for _, stop := range []func() error{a.Stop, b.Stop, c.Stop} {
		if err := stop(); err != nil {
			log.Print(err)
		}
	}
}
