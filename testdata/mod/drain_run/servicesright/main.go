// Command servicesright hands it to what does.
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
	if err := parts.Run(ctx, web.NewHTTP("127.0.0.1:"+os.Getenv("PORT"))); err != nil {
		log.Fatal(err)
	}
}
