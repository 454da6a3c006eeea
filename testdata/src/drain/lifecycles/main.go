// Package main leaves the life of its server to others.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"syscall"

	"github.com/oklog/run"
)

func main() {
	var g run.Group
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	g.Add(func() error {
		return srv.ListenAndServe()
	}, func(error) {
		_ = srv.Shutdown(context.Background())
	})
	g.Add(run.SignalHandler(context.Background(), os.Interrupt, syscall.SIGTERM))
	log.Fatal(g.Run())
}
