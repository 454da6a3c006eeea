// Command services hands its server to what does not wait for the stop.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.com/drainrun/internal/parts"
	"example.com/drainrun/internal/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := parts.Loose(ctx, web.NewHTTP("127.0.0.1:"+os.Getenv("PORT"))); err != nil { // want `main ends without waiting for \(\*web.HTTP\).Stop, which is called in a goroutine`
		log.Fatal(err)
	}
}
