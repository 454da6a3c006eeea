// Package main returns the error of its server, and drops it further up.
package main

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
)

type app struct{ srv *http.Server }

// Start returns the error as it is.
func (a *app) Start() error {
	if err := a.srv.ListenAndServe(); err != nil {
		return err
	}
	return nil
}

// Run says where it was.
func (a *app) Run() error {
	err := a.srv.ListenAndServe()
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving: %w", err)
	}
	return nil
}

// Log has told of the error when it returns it.
func (a *app) Log() error {
	if err := a.srv.ListenAndServe(); err != nil {
		log.Print(err)
		return err
	}
	return nil
}

func newApp(key string) *app { return &app{srv: &http.Server{Addr: os.Getenv(key)}} }

func main() {
	go newApp("ADDR").Start() // want `the error of \(\*http.Server\).ListenAndServe is dropped`
	go func() {
		_ = newApp("ADDR2").Run() // want `is dropped`
	}()
	go newApp("ADDR3").Log()
	go func() {
		if err := newApp("ADDR4").Run(); err != nil {
			log.Fatal(err)
		}
	}()
	select {}
}
