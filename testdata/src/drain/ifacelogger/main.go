// Package main logs through an interface of its own.
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

type logger interface {
	Infof(format string, args ...any)
	Fatalf(format string, args ...any)
}

type stdLogger struct{}

func (stdLogger) Infof(format string, args ...any)  { log.Printf(format, args...) }
func (stdLogger) Fatalf(format string, args ...any) { log.Fatalf(format, args...) }

func main() {
	var l logger = stdLogger{}
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			l.Fatalf("error starting server: %v", err) // want `so this ends the process`
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}
