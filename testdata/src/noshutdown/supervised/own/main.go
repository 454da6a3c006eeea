// Package main stops what it leaves to others to run.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/supervised/run"
	"noshutdown/supervised/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := web.New(os.Getenv("ADDR"), http.FileServer(http.Dir(".")))
	if err := run.Keep(ctx, srv); err != nil {
		log.Print(err)
	}
	_ = srv.Stop(context.Background())
}
