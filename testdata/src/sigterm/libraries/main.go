// Package main leaves its signals to a library.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/oklog/run"
)

func main() {
	var g run.Group
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	g.Add(srv.ListenAndServe, func(error) { _ = srv.Shutdown(context.Background()) })
	g.Add(run.SignalHandler(context.Background(), os.Interrupt, syscall.SIGTERM))
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, os.Interrupt)
	log.Fatal(g.Run())
}
