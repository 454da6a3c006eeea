// Package main leaves services to others, which listen to their errors or not.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"listenerr/supervised/run"
	"listenerr/supervised/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	h := http.FileServer(http.Dir("."))
	var err error
	switch len(os.Args) {
	case 1:
		err = run.Log(ctx, web.New(os.Getenv("ADDR"), h)) // want `the error of \(\*http.Server\).ListenAndServe is only logged, so with a port that is taken the process lives on`
	case 2:
		err = run.Tell(ctx, web.New(os.Getenv("ADDR"), h))
	}
	if err != nil {
		log.Print(err)
	}
}
