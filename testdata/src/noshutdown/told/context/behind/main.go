// Package main tells its server when that has ended.
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
	if err := s.Run(); err != nil { // want `never stopped: its Shutdown stands behind this call, which blocks`
		log.Fatal(err)
	}
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
	s.Stop()
}
