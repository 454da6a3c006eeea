// Package main stops its servers when they have ended already.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	late()
	inTime()
	if err := either(); err != nil {
		log.Print(err)
	}
}

// late waits for what the server itself sends.
func late() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }() // want `is never stopped: its Shutdown stands behind this call, which blocks`
	if err := <-errs; err != nil {
		srv.Shutdown(context.Background())
	}
}

// inTime has somebody else who sends.
func inTime() {
	srv := &http.Server{Addr: os.Getenv("ADDR2")}
	errs := make(chan error, 2)
	go func() { errs <- srv.ListenAndServe() }()
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		errs <- nil
	}()
	log.Print(<-errs)
	srv.Shutdown(context.Background())
}

// either has something else to wait for.
func either() error {
	srv := &http.Server{Addr: os.Getenv("ADDR3")}
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-errs:
		return err
	case <-quit:
	}
	return srv.Shutdown(context.Background())
}
