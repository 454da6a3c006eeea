// Command libraryright serves with a package that waits for its drain.
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
	return serving.RunToEnd(ctx, "127.0.0.1:"+os.Getenv("PORT"), slow.Handler())
}
