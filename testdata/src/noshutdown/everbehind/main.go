// Package main has stops of another package's servers that are never reached.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/everbehind/web"
)

// wait is another function in tests.
var wait = func() { select {} }

func main() {
	if len(os.Args) > 1 {
		sits()
	}
	s := web.New(os.Getenv("LEAVES"))
	if err := s.Start(); err != nil { // want `never stopped: its Shutdown is deferred in main, which ends the process before`
		log.Fatal(err)
	}
	defer s.Stop()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
	os.Exit(0)
}

func sits() {
	s := web.New(os.Getenv("SITS"))
	if err := s.Start(); err != nil { // want `never stopped: its Shutdown stands behind what never ends`
		log.Fatal(err)
	}
	wait()
	s.Stop()
}
