// Package main keeps the error of a start, in a goroutine, in a variable of the
// function around it.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	overwritten()
	if err := read(); err != nil {
		log.Print(err)
	}
	deferred()
}

// overwritten asks for the error of the stop only.
func overwritten() {
	logFile, err := os.Create("service.log")
	if err != nil {
		log.Print(err)
		return
	}
	defer logFile.Close()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err = srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) { // want `is only logged`
			log.Print(err)
		}
	}()
	wait()
	if err = srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}

// read looks at what the goroutine left.
func read() error {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	var err error
	go func() {
		if err = srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	wait()
	if err != nil {
		return err
	}
	return srv.Shutdown(context.Background())
}

// deferred looks at it at the end.
func deferred() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	var err error
	defer func() {
		if err != nil {
			os.Exit(1)
		}
	}()
	go func() {
		if err = srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	wait()
	_ = srv.Shutdown(context.Background())
}

func wait() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}
