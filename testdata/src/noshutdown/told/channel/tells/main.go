// Package main tells its server, and waits for it.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/told/server"
)

func main() {
	s := server.NewChannel(os.Getenv("LISTEN_ADDR"))
	go func() {
		told := make(chan os.Signal, 1)
		signal.Notify(told, os.Interrupt, syscall.SIGTERM)
		<-told
		s.Stop()
	}()
	if err := s.Run(); err != nil {
		log.Fatal(err)
	}
}
