// Package main does not wait for services.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/base/api"
	"drain/base/services"
)

func main() {
	m := services.NewManager(api.New(addr())) // want `main ends without waiting for the drain of a server that this call leaves to a goroutine`
	m.StartAsync(context.Background())

	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	select {
	case <-sigs:
	case <-m.Failed():
		log.Print("a service has failed")
	}
	m.StopAsync()
}

func addr() string {
	if p := os.Getenv("PORT"); p != "" {
		return ":" + p
	}
	return ":8080"
}
