// Package main tells its server to end, and waits for it.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/told/server"
)

func main() {
	s := server.NewContext(os.Getenv("LISTEN_ADDR"))
	ended := make(chan error, 1)
	go func() { ended <- s.Run() }()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	select {
	case <-told:
		s.Stop()
		if err := <-ended; err != nil {
			log.Fatal(err)
		}
	case err := <-ended:
		log.Fatal(err)
	}
}
