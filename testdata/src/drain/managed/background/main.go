// Package main runs a supervisor in the background.
package main

import (
	"context"
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
	all.Add(web.NewPatient(os.Getenv("PATIENT"))) // want `main ends without waiting for \(\*web.Patient\).Serve, which is called in a goroutine`
	all.ServeBackground(ctx)
	<-ctx.Done()
}
