// Probes is as it should be, but for a health endpoint, which nobody demands
// unless nohealth is enabled.
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
	mux := http.NewServeMux()
	mux.HandleFunc("/items", func(w http.ResponseWriter, r *http.Request) {})
	if err := httpserver.Run(ctx, ":"+cmp.Or(os.Getenv("PORT"), "8080"), mux); err != nil {
		log.Print(err)
	}
}
