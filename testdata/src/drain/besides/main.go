// Package main runs and stops the servers of another package.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/besides/web"
)

func main() {
	srv := new(web.Server)
	go func() {
		if err := srv.Run(os.Getenv("ADDR"), nil); err != nil {
			log.Fatal(err) // want `returns as soon as \(\*web.Server\).Shutdown begins at main.go:\d+, so this ends the process`
		}
	}()
	other := new(web.Server)
	go func() {
		// Nobody stops this one.
		if err := other.Run(os.Getenv("OTHER"), nil); err != nil {
			log.Fatal(err)
		}
	}()
	careful := new(web.Server)
	go func() {
		if err := careful.Run(os.Getenv("CAREFUL"), nil); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	_ = srv.Shutdown(context.Background())
	_ = careful.Shutdown(context.Background())
}
