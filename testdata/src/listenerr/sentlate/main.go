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
		return
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
