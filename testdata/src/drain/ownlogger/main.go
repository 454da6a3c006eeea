// Package main logs with a package of its own.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/ownlogger/internal/logger"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			logger.Error(err)
			os.Exit(1) // want `so this ends the process`
		}
	}()
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			logger.Drained()
			os.Exit(1)
		}
	}()
	go func() {
		var err error
		if cert := os.Getenv("CERT"); cert != "" {
			err = srv.ListenAndServeTLS(cert, os.Getenv("KEY"))
		} else {
			err = srv.ListenAndServe()
		}
		if err != nil {
			logger.Fatal(err) // want `so this ends the process`
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-quit
		_ = srv.Shutdown(context.Background())
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want `main ends without waiting for it`
		logger.Error(err)
	}
}
