// Package app hands on what it is told.
package app

import (
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/limitgiven/web"
)

// Run serves until the signal, and drains for as long as it is told.
func Run(addr string, grace time.Duration) error {
	s := web.New(addr, 3*time.Minute)
	failed := make(chan error, 1)
	go func() { failed <- s.Start() }()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		return err
	case <-c:
	}
	return s.StopIn(grace)
}

// Patient has an option for it.
func Patient(addr string) {
	s := web.New(addr, time.Minute, web.Grace(time.Minute)) // want `Shutdown waits up to 1m0s for requests in flight \(at web.go:33\), longer than`
	go func() {
		if err := s.Start(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	if err := s.Stop(); err != nil {
		log.Print(err)
	}
}
