// Package main drains beside a client that hears of the signal, too.
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

	"drain/endsbeside/registry"
)

func main() {
	client := registry.New(os.Getenv("REGISTRY"))
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	switch os.Args[1] {
	case "hasty":
		client.Hasty() // want `this ends the process at the signal at which \(\*http.Server\).Shutdown begins at main.go:\d+`
	case "polite":
		client.Polite()
	case "twice":
		client.Twice()
	case "late":
		client.Late()
	case "hooked":
		client.BeforeExit(func() { srv.Shutdown(context.Background()) })
		client.Hooked()
	}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGINT, syscall.SIGTERM)
	<-quit
	limit, done := context.WithTimeout(context.Background(), 5*time.Second)
	defer done()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
