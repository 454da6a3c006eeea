// Flagged takes its address from a flag only, which is enough unless the
// environment is asked for.
package main

import (
	"context"
	"flag"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/platform/httpserver"
)

func main() {
	addr := flag.String("addr", ":8080", "listen on `address`")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := httpserver.Run(ctx, *addr, http.NotFoundHandler()); err != nil {
		log.Print(err)
	}
}
