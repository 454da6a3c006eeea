// Package main asks for signals in several calls.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type app struct {
	srv  *http.Server
	quit chan os.Signal
}

func (a *app) listen() {
	signal.Notify(a.quit, os.Interrupt) // want `only SIGINT or SIGQUIT is waited for`
	signal.Notify(a.quit, syscall.SIGQUIT)
}

func main() {
	a := &app{srv: &http.Server{Addr: os.Getenv("ADDR")}, quit: make(chan os.Signal, 1)}
	go func() { log.Print(a.srv.ListenAndServe()) }()
	a.listen()
	<-a.quit
	log.Print(a.srv.Shutdown(context.Background()))
	values()
}

// values hands signal.Notify on.
func values() {
	notify := signal.Notify
	c := make(chan os.Signal, 1)
	notify(c, os.Interrupt) // want `only SIGINT is waited for`
	func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt, os.Interrupt) // want `only SIGINT is waited for`
		<-c
	}()
	<-c
}
