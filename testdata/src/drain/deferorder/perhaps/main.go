// Package main defers the cancel behind its drain on one way only.
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

type service struct{ srv *http.Server }

func main() {
	s := &service{&http.Server{Addr: ":" + os.Args[1]}}
	go func() {
		if err := s.srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	s.close()
}

// close stops all: what is deferred last is called first.
func (s *service) close() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer s.drain(ctx)
	if len(os.Args) > 2 {
		defer cancel()
	}
	log.Print("closing")
}

func (s *service) drain(ctx context.Context) {
	log.Print(s.srv.Shutdown(ctx))
}
