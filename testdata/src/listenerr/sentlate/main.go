// Package main starts servers that send their error on a channel, and looks at it in time
// or when it is too late.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"listenerr/sentlate/web"
)

func main() {
	if len(os.Args) > 1 {
		inTime()
		log.Fatal(either(), beside())
	}
	api, checked := web.New(os.Getenv("API_ADDR")), web.New(os.Getenv("OTHER_ADDR"))
	api.Run()
	checked.RunChecked()
	local()
	api.Stop()
	checked.StopChecked()
}

// local looks when the program has been told to stop.
func local() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("LOCAL_ADDR")}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }() // want `is dropped`
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
	log.Print(<-failed)
}

// either stops it in one branch, and looks in the other.
func either() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("EITHER_ADDR")}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case <-ctx.Done():
		drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return srv.Shutdown(drain)
	case err := <-failed:
		return err
	}
}

// beside has it stopped by another goroutine.
func beside() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("BESIDE_ADDR")}
	failed, drained := make(chan error, 1), make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	go func() {
		<-ctx.Done()
		drained <- srv.Shutdown(context.Background())
	}()
	if err := <-failed; err != http.ErrServerClosed {
		return err
	}
	return <-drained
}

// inTime looks at it while it waits.
func inTime() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("IN_TIME_ADDR")}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case <-ctx.Done():
	case err := <-failed:
		log.Fatal(err)
	}
	drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
	log.Print(<-failed)
}
