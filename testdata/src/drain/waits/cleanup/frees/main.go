// Command frees defers a function value that waits for nothing.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var cache map[string]int

func open() func() {
	cache = make(map[string]int)
	return func() { cache = nil }
}

func main() {
	release := open()
	defer release()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		log.Print(srv.Shutdown(context.Background()))
	}()
	log.Print(srv.ListenAndServe()) // want `main ends without waiting for it`
}
