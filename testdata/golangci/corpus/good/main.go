// Good is as it should be: nothing is to be found here.
package main

import (
	"cmp"
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/platform/httpserver"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	addr := ":" + cmp.Or(os.Getenv("PORT"), "8080")
	if err := httpserver.Run(ctx, addr, http.NotFoundHandler()); err != nil {
		log.Print(err)
	}
}
