// Package main hands a server of a library to a package that knows it as an interface.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/libraryserver/run"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	run.Until(ctx, srv) // want `the context given to \(\*http.Server\).Shutdown at run.go:24 has already ended there`
}
