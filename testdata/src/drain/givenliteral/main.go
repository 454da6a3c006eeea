// Package main gives its drain to a function that calls it at the signal, and does
// not wait for that.
package main

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/givenliteral/help"
)

func main() {
	defer func() { help.Must(help.Shutdown()) }()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go onSignal(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		_ = srv.Shutdown(ctx)
	})
	help.Must(serve(srv))
}

func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `returns as soon as \(\*http.Server\).Shutdown begins at main.go:23, and main ends without waiting for it`
		return err
	}
	return nil
}

func onSignal(do func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	do()
}
