// Package main waits for a second signal while it drains.
package main

import (
	"os"
	"os/signal"
	"sync"
	"syscall"

	"drain/twosignals/web"
)

func main() {
	c := make(chan os.Signal, 2)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	if len(os.Args) > 1 {
		hasty(c)
	} else {
		patient(c)
	}
}

// hasty ends beside the drain.
func hasty(c chan os.Signal) {
	s := web.New(os.Getenv("HASTY"))
	go s.Boot() // want `returns as soon as \(web.Server\).Shutdown begins at main.go:\d+, and main ends without waiting for it`
	<-c
	go func() {
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.Shutdown()
		}()
		os.Exit(0)
	}()
	<-c
	os.Exit(1)
}

// patient ends when the drain has ended, or at a second signal.
func patient(c chan os.Signal) {
	s := web.New(os.Getenv("PATIENT"))
	go s.Boot()
	<-c
	go func() {
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.Shutdown()
		}()
		wg.Wait()
		os.Exit(0)
	}()
	<-c
	os.Exit(1)
}
