// Package main hands a server of a library to a package that knows it as an interface.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"listenerr/libraryserver/run"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	run.Until(ctx, srv) // want `the error of \(\*http.Server\).ListenAndServe is only logged, so with a port that is taken the process lives on`
}
