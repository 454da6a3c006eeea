// Package main has a manager of controllers with servers beside them.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"k8s.io/client-go/rest"
	"sigs.k8s.io/controller-runtime/pkg/manager"

	"drain/managed/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	mgr, err := manager.New(new(rest.Config), manager.Options{})
	if err != nil {
		log.Fatal(err)
	}
	if err := mgr.Add(web.NewPatient(os.Getenv("PATIENT"))); err != nil {
		log.Fatal(err)
	}
	if err := mgr.Add(web.NewHasty(os.Getenv("HASTY"))); err != nil { // want `\(\*web.Hasty\).Start returns as soon as its server is told to stop, and main ends without waiting for the drain`
		log.Fatal(err)
	}
	if err := mgr.Start(ctx); err != nil {
		log.Fatal(err)
	}
}
