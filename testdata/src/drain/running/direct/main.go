// Package main puts the services there itself, and leaves them to a goroutine.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/running/api"
	"drain/running/runner"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	go func() {
		if err := runner.Run(ctx, api.New(":"+os.Getenv("PORT"))); err != nil { // want `main ends without waiting for \(\*api.Server\).Run, which is called in a goroutine \(at runner.go:35\)`
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
}
