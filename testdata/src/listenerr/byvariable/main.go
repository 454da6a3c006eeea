// Package main starts its servers by functions that variables hold.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type app struct{ addr string }

// server returns what starts the server, and what stops it.
func (a *app) server() (start, stop func() error) {
	srv := &http.Server{Addr: a.addr}
	start = func() error {
		if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed { // want `only logged`
			return err
		}
		return nil
	}
	stop = func() error { return srv.Close() }
	return start, stop
}

func (a *app) told() (func() error, func() error) {
	srv := &http.Server{Addr: a.addr}
	start := func() error { return srv.ListenAndServe() }
	stop := func() error { return srv.Close() }
	return start, stop
}

func main() {
	local()
	fatal()
	dropped()
	returned()
	quiet()
	tells()
}

// quiet only logs what start returns, and waits for a signal.
func quiet() {
	start, stop := (&app{os.Getenv("ADDR")}).server()
	go func() {
		if err := start(); err != nil {
			log.Printf("failed to start: %v", err)
		}
	}()
	wait()
	stop()
}

// tells sends it to whoever waits.
func tells() {
	failed := make(chan error, 1)
	begin, end := (&app{os.Getenv("ADDR")}).told()
	go func() {
		if err := begin(); err != nil {
			log.Printf("failed to start: %v", err)
			failed <- err
		}
	}()
	<-failed
	end()
}

func local() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	start := func() error { return srv.ListenAndServe() } // want `only logged`
	go func() {
		if err := start(); err != nil {
			log.Print(err)
		}
	}()
	wait()
}

func fatal() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	start := func() error { return srv.ListenAndServe() }
	go func() {
		if err := start(); err != nil {
			log.Fatal(err)
		}
	}()
	wait()
}

func dropped() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	start := func() error { return srv.ListenAndServe() }
	go start() // want `dropped`
	wait()
}

// returned is not in a goroutine: the process ends with it.
func returned() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	start := func() error { return srv.ListenAndServe() }
	if err := start(); err != nil {
		log.Print(err)
	}
}

func wait() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
}
