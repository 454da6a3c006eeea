// Package main has a way of its own with signals, which would end the drain.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	go func() {
		<-c
		os.Exit(0)
	}()
	log.Fatal(http.ListenAndServe(":8080", nil)) // want "gives no handle"
}
