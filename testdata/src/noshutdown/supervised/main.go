// Package main leaves services to others, which stop them or not.
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
	h := http.FileServer(http.Dir("."))
	var err error
	switch len(os.Args) {
	case 1:
		err = run.Keep(ctx, web.New(os.Getenv("ADDR"), h)) // want `the server started by \(\*http.Server\).ListenAndServe is never stopped: its Shutdown is in a method that nothing calls`
	case 2:
		err = run.Stop(ctx, web.New(os.Getenv("ADDR"), h))
	}
	if err != nil {
		log.Print(err)
	}
}
