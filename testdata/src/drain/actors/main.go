// Package main has actors, whose interrupts are called in the order of Add.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/oklog/run"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var g run.Group
	g.Add(func() error {
		<-ctx.Done()
		return nil
	}, func(error) { cancel() })
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	g.Add(srv.ListenAndServe, func(error) {
		limit, done := context.WithTimeout(ctx, 5*time.Second)
		defer done()
		srv.Shutdown(limit) // want `the context given to \(\*http.Server\).Shutdown has already ended here`
	})
	log.Print(g.Run())
	right()
}

// right cancels when the server has been stopped.
func right() {
	ctx, cancel := context.WithCancel(context.Background())
	var g, other run.Group
	srv := &http.Server{Addr: os.Getenv("ADDR2")}
	other.Add(func() error { return nil }, func(error) { cancel() })
	g.Add(srv.ListenAndServe, func(error) {
		limit, done := context.WithTimeout(ctx, 5*time.Second)
		defer done()
		srv.Shutdown(limit)
	})
	g.Add(func() error {
		<-ctx.Done()
		return nil
	}, func(error) { cancel() })
	log.Print(g.Run())
}
