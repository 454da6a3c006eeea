// Edge gives its address to a function of one package, which gives it to a
// function of another, and to one of another module.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/corpus/edge/internal/front"
	"example.com/platform/httpserver"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	served := make(chan struct{})
	go func() {
		defer close(served)
		if err := front.Serve(ctx, ":9090"); err != nil { // want: hardcodedport
			log.Print(err)
		}
	}()
	if err := httpserver.Run(ctx, ":9091", http.NotFoundHandler()); err != nil { // want: hardcodedport
		log.Print(err)
	}
	<-served
}
