// Package main ends the process when the services are to stop.
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
	os.Exit(0)
}

func addr() string {
	if p := os.Getenv("PORT"); p != "" {
		return ":" + p
	}
	return ":8080"
}
