// Package main is given servers that run, and stops one of them.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/givenback/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	files := http.FileServer(http.Dir("."))
	web.Start(os.Getenv("A"), files) // want `the server started by \(\*http.Server\).ListenAndServe is never stopped by Shutdown`
	srv := web.Start(os.Getenv("B"), files)
	hidden := web.StartHidden(os.Getenv("C"), files)
	defer hidden.Close()
	<-ctx.Done()
	_ = srv.Shutdown(context.Background())
}
