// Package main starts a server with certificates or without, and looks at what
// came of it behind both.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	pages, api := &http.Server{Addr: os.Getenv("PAGES_ADDR")}, &http.Server{Addr: os.Getenv("ADDR")}
	cert, key := os.Getenv("CERT"), os.Getenv("KEY")
	failed := make(chan error, 1)
	go func() {
		var err error
		if cert != "" {
			err = pages.ListenAndServeTLS(cert, key) // want `the error of \(\*http\.Server\)\.ListenAndServeTLS is only logged`
		} else {
			err = pages.ListenAndServe() // the same server, and the same log
		}
		if err != http.ErrServerClosed {
			log.Print(err)
		}
	}()
	go func() {
		var err error
		if cert != "" {
			err = api.ListenAndServeTLS(cert, key)
		} else {
			err = api.ListenAndServe()
		}
		if err != http.ErrServerClosed {
			log.Print(err)
		}
		failed <- err
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	select {
	case <-ctx.Done():
	case <-failed:
	}
	drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = pages.Shutdown(drain)
	_ = api.Shutdown(drain)
}
