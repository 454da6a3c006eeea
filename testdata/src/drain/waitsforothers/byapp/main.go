package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/waitsforothers/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ln, err := net.Listen("tcp", os.Getenv("LISTEN_ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	a := app.New(ln, http.NotFoundHandler())
	a.Start(ctx) // want "main ends without waiting for it"
	<-ctx.Done()
	a.Wait()
	a.Flush()
}
