// Package main looks at one error variable again and again.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"listenerr/reused/report"
)

func main() {
	f, err := os.Open(os.Getenv("RULES"))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	if os.Getenv("ALSO") != "" {
		also()
		return
	}
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	drained := make(chan struct{})
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := srv.Shutdown(ctx); err != nil {
			log.Print(err)
		}
		close(drained)
	}()
	err = srv.ListenAndServe() // want `is only logged, so with a port that is taken the process lives on`
	if err != nil && err != http.ErrServerClosed {
		report.CaptureException(err)
		log.Print("cannot serve: ", err)
	}
	<-drained
}

// also ends where the error says that nothing is served.
func also() {
	_, err := os.Stat(os.Getenv("RULES"))
	if err != nil {
		log.Fatal(err)
	}
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	drained := make(chan struct{})
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		srv.Shutdown(context.Background())
		close(drained)
	}()
	err = srv.ListenAndServe()
	if err != nil && err != http.ErrServerClosed {
		log.Print("cannot serve: ", err)
	}
	if err == http.ErrServerClosed {
		<-drained
	}
}
