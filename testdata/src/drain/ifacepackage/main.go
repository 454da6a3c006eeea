// Package main logs through an interface of another package.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/ifacepackage/logger"
)

type app struct {
	log logger.Logger
	srv *http.Server
}

func main() {
	a := &app{log: logger.New(), srv: &http.Server{Addr: os.Getenv("ADDR")}}
	go func() {
		if err := a.srv.ListenAndServe(); err != nil {
			a.log.Infof("the server has ended")
			a.log.Fatalf("server: %v", err) // want `so this ends the process`
		}
	}()
	go func() {
		if err := a.srv.ListenAndServe(); err != nil {
			a.log.Infof("server: %v", err)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	_ = a.srv.Shutdown(context.Background())
}
