// Package app runs the server until the signal.
package app

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/constructed/web"
)

func wait(s *web.Server) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	select {
	case <-c:
	case err := <-s.Failed():
		log.Print(err)
	}
}

// Run returns when the drain is over.
func Run() {
	s := web.New(http.NewServeMux())
	wait(s)
	if err := s.Shutdown(); err != nil {
		log.Print(err)
	}
}

// RunAway returns when it has begun.
func RunAway() {
	s := web.New(http.NewServeMux())
	wait(s)
	go s.Shutdown()
}
