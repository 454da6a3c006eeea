// Package main says how long the drains of its servers may take.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/limitnested/web"
)

func settings(grace time.Duration) web.Settings {
	return web.Settings{HTTP: web.Config{Addr: os.Getenv("ADDR"), Grace: grace}}
}

func main() {
	s := web.New(settings(2 * time.Minute)) // want `Shutdown waits up to 2m0s for requests in flight \(at web.go:\d+\), longer than`
	if len(os.Args) > 1 {
		s = web.New(settings(20 * time.Second))
	}
	failed := make(chan error, 1)
	go func() { failed <- s.Start() }()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-c:
	}
	if err := s.Stop(); err != nil {
		log.Print(err)
	}
}
