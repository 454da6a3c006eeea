// Package main leaves SIGTERM to a library's helper, and hears of Ctrl-C itself.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"

	ctrl "sigs.k8s.io/controller-runtime"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	ctx := ctrl.SetupSignalHandler()
	go func() { log.Print(srv.ListenAndServe()) }()
	go second()
	<-ctx.Done()
	log.Print(srv.Shutdown(context.Background()))
}

func second() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
	os.Exit(1)
}
