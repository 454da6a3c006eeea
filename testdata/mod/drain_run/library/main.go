// Command library serves with a package that leaves before its drain has ended.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.com/drainrun/internal/serving"
	"example.com/drainrun/internal/slow"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil {
		log.Fatal(err)
	}
	log.Print("bye")
}

func run(ctx context.Context) error {
	return serving.Run(ctx, "127.0.0.1:"+os.Getenv("PORT"), slow.Handler()) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
}
