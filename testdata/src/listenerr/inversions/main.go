// Package main compares the error with what says that a server was stopped.
package main

import (
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
)

var srv = &http.Server{Addr: os.Getenv("ADDR")}

func main() {
	if err := srv.ListenAndServe(); err != nil && err == http.ErrServerClosed { // want `is looked at only when the server was stopped`
		log.Fatal(err)
	}
	if err := srv.ListenAndServe(); errors.Is(err, http.ErrServerClosed) { // want `is looked at only when`
		log.Print("stopped")
	}
	if err := srv.ListenAndServe(); http.ErrServerClosed == err { // want `is looked at only when`
		log.Print("stopped")
	}
	go func() {
		err := srv.ListenAndServe() // want `is looked at only when`
		if errors.Is(err, http.ErrServerClosed) {
			log.Panicf("listening: %v", err)
		}
	}()
	right()
	both()
	log.Print(result(), later(), turned(), replaced(), quiet())
	l, err := net.Listen("tcp", os.Getenv("B"))
	if err != nil {
		log.Fatal(err)
	}
	if err := srv.Serve(l); err == http.ErrServerClosed { // the port is bound
		log.Fatal(err)
	}
}

func right() {
	if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
		log.Fatal(err)
	}
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	if err := srv.ListenAndServe(); err == nil || errors.Is(err, http.ErrServerClosed) {
		log.Print("stopped")
	}
}

func both() {
	if err := srv.ListenAndServe(); err == http.ErrServerClosed {
		log.Print("stopped")
	} else if err != nil {
		log.Fatal(err)
	}
	switch err := srv.ListenAndServe(); err {
	case http.ErrServerClosed:
	default:
		log.Fatal(err)
	}
}

func result() (err error) {
	if err = srv.ListenAndServe(); errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return
}

func later() error {
	err := srv.ListenAndServe()
	if errors.Is(err, http.ErrServerClosed) {
		log.Print("stopped")
	}
	return fmt.Errorf("listening: %w", err)
}

// turned returns the stop as a failure, and nil for a failure.
func turned() error {
	err := srv.ListenAndServe() // want `is looked at only when`
	if errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving: %w", err)
	}
	return nil
}

// replaced says of a failure what it wants.
func replaced() error {
	err := srv.ListenAndServe()
	if errors.Is(err, http.ErrServerClosed) {
		log.Print("stopped")
		return nil
	}
	return errors.New("cannot serve")
}

func quiet() error {
	err := srv.ListenAndServe()
	if err == http.ErrServerClosed {
		return nil
	}
	log.Fatal("cannot serve")
	return nil
}
