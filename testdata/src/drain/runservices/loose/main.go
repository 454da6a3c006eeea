// Package main hands a server over to what does not wait for it.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"drain/runservices/api"
	"drain/runservices/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	app.Loose(ctx, api.NewWaits(os.Getenv("LOOSE"))) // want `main ends without waiting for \(\*api.Waits\).Run, which is called in a goroutine \(at app.go:\d+\) and drains its server there`
}
