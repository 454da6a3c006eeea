// Package main hands a server of a library to a package that knows it as an interface.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"hardcodedport/libraryserver/run"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"} // want `port "8080" is hardcoded`
	run.Until(ctx, srv)
}
