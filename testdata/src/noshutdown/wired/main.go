// Package main puts an app together out of what another package makes.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/wired/transport"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if len(os.Args) > 1 {
		drained(ctx)
		return
	}
	app, cleanup := initApp()
	defer cleanup()
	log.Print(app.Run(ctx)) // want `is never stopped by Shutdown`
}

func initApp() (*transport.App, func()) {
	return transport.NewApp(transport.NewServer(os.Getenv("ADDR"))), func() {}
}

// drained stops what it has given to the app.
func drained(ctx context.Context) {
	srv := transport.NewServer(os.Getenv("OTHER_ADDR"))
	log.Print(transport.NewApp(srv).Run(ctx))
	limit, cancel := context.WithTimeout(context.Background(), transport.Limit)
	defer cancel()
	log.Print(srv.Shutdown(limit))
}
