// Package main gives its drain to a function that calls it at the signal, and waits
// for what it says then.
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
	srv, drained := &http.Server{Addr: os.Getenv("ADDR")}, make(chan struct{})
	go onSignal(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		_ = srv.Shutdown(ctx)
		close(drained)
	})
	help.Must(serve(srv))
	<-drained
}

func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
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
