// Package main hears of the signal, and does not tell its server.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/told/server"
)

func main() {
	s := server.NewContext(os.Getenv("LISTEN_ADDR"))
	go func() {
		if err := s.Run(); err != nil { // want `never stopped: its Shutdown is in a method that nothing calls`
			log.Fatal(err)
		}
	}()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
}
