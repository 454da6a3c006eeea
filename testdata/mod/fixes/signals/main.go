// Package main has two findings whose fixes import different packages.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
)

func main() {
	srv := &http.Server{Addr: ":8080"}                                    // want `port "8080"`
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt) // want `only SIGINT`
	defer stop()
	go srv.ListenAndServe()
	<-ctx.Done()
	srv.Shutdown(context.Background())
}
