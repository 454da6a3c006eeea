// Package main stops servers of another package in goroutines.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/stayed/manager"
)

func main() {
	var err error
	switch len(os.Args) {
	case 1:
		m := manager.NewPatient(os.Getenv("PATIENT"))
		go func() { told(); log.Print(m.Stop()) }()
		err = m.Serve()
	case 2:
		m := manager.NewEndless(os.Getenv("ENDLESS"))
		go func() { told(); log.Print(m.Stop()); os.Exit(0) }()
		err = m.Serve()
	case 3:
		m := manager.NewHasty(os.Getenv("HASTY"))
		go func() { told(); log.Print(m.Stop()) }()
		err = m.Serve() // want `returns as soon as \(\*manager.Hasty\).Stop begins at main.go:\d+, and main ends without waiting for it`
	}
	log.Print(err)
}

func told() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
}
