// Package main has a supervisor, which returns when its services have.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/thejerf/suture/v4"

	"drain/managed/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	all := suture.NewSimple("all")
	all.Add(web.NewPatient(os.Getenv("PATIENT")))
	all.Add(web.NewHasty(os.Getenv("HASTY"))) // want `\(\*web.Hasty\).Serve returns as soon as its server is told to stop, and main ends without waiting for the drain`
	if err := all.Serve(ctx); err != nil && ctx.Err() == nil {
		log.Fatal(err)
	}
}
