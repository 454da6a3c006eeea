package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/stopparts/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := app.New(os.Getenv("LISTEN_ADDR"), http.NotFoundHandler())
	if err := a.Start(); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = a.Stop(drain)
	_ = app.NewFiles().Stop(ctx)
}
