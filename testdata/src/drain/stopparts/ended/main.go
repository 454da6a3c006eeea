package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

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
	_ = a.Stop(ctx) // want `the context given to .*App..Stop has already ended here`
}
