// Package main starts, serves and waits in steps of a list.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type app struct {
	srv *http.Server
	ctx context.Context
}

func main() {
	a := &app{}
	for _, step := range []func() error{a.load, a.watch, a.serve, a.end} {
		if err := step(); err != nil {
			log.Fatal(err)
		}
	}
}

func (a *app) load() error {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	a.srv = &http.Server{Addr: ":" + port}
	return nil
}

var drained = make(chan struct{})

func (a *app) watch() error {
	go func() {
		defer close(drained)
		_ = a.wait()
		_ = a.stop()
	}()
	return nil
}

func (a *app) serve() error {
	if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (a *app) end() error {
	<-drained
	return nil
}

func (a *app) wait() error {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	return nil
}

func (a *app) stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return a.srv.Shutdown(ctx)
}
