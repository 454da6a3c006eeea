// Package main has a server that says on a channel which nobody receives from that it could
// not start, and is started by a method: that is one fault, and not two.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type shop struct {
	srv    *http.Server
	failed chan error
}

func (s *shop) start() error {
	go func() {
		if err := s.srv.ListenAndServe(); err != nil { // want `the error of \(\*http.Server\).ListenAndServe is dropped, so a port that is taken looks like a healthy start`
			select {
			case s.failed <- err:
			default:
			}
		}
	}()
	return nil
}

// heard is started in the same way, and somebody receives what it says.
type heard struct {
	srv    *http.Server
	failed chan error
}

func (s *heard) start() error {
	go func() {
		if err := s.srv.ListenAndServe(); err != nil {
			select {
			case s.failed <- err:
			default:
			}
		}
	}()
	return nil
}

func main() {
	s := &shop{srv: &http.Server{Addr: os.Getenv("ADDR")}, failed: make(chan error, 1)}
	h := &heard{srv: &http.Server{Addr: os.Getenv("OTHER_ADDR")}, failed: make(chan error, 1)}
	if err := h.start(); err != nil {
		log.Fatal(err)
	}
	if err := s.start(); err != nil {
		log.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	select {
	case err := <-h.failed:
		log.Fatal(err)
	case <-ctx.Done():
	}
	limited, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := s.srv.Shutdown(limited); err != nil {
		log.Print(err)
	}
	if err := h.srv.Shutdown(limited); err != nil {
		log.Print(err)
	}
}
