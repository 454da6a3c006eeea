// Package main tells a library which signals to wait for, and leaves one out.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/oklog/run"
)

func main() {
	var g run.Group
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	g.Add(srv.ListenAndServe, func(error) { _ = srv.Shutdown(context.Background()) })
	g.Add(run.SignalHandler(context.Background(), os.Interrupt)) // want `only SIGINT is waited for in run.SignalHandler and not SIGTERM, so the graceful stop never runs`
	log.Fatal(g.Run())
}
