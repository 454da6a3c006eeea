// Package main never asks its servers whether they run.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"listenerr/sentonly/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := web.New(os.Getenv("ADDR")) // want `the error of \(\*http.Server\).ListenAndServe is dropped, so a port that is taken looks like a healthy start`
	defer srv.Close()
	pair := new(web.Pair)
	pair.Start() // want `the error of \(\*http.Server\).ListenAndServe is dropped`
	web.Deaf(&http.Server{Addr: os.Getenv("DEAF")})
	<-ctx.Done()
}
