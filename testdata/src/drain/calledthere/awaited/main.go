// Package main hands its stop to what waits for a signal, in a goroutine.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"sync"
	"time"

	"drain/calledthere/base"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	var drained sync.WaitGroup
	drained.Add(1)
	if os.Getenv("PATIENT") != "" {
		go base.Await(context.Background(), func() {
			defer drained.Done()
			stop(srv)
		})
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
		drained.Wait()
		return
	}
	hasty()
}

func hasty() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go base.Await(context.Background(), func() {
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	})
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `returns as soon as \(\*http.Server\).Shutdown begins at main.go:39, and main ends without waiting`
		log.Fatal(err)
	}
}

func stop(srv *http.Server) {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = srv.Shutdown(limit)
}
