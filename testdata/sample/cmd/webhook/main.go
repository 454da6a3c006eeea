// Command webhook takes the events that carriers report.
package main

import (
	"cmp"
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/go-chi/chi/v5"

	"example.com/parcels/internal/httpserver"
	"example.com/parcels/internal/parcel"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	r := chi.NewRouter()
	r.Route("/carriers", parcel.NewStore().Routes)

	port := cmp.Or(os.Getenv("PORT"), "8081")
	if err := httpserver.Serve(ctx, net.JoinHostPort("127.0.0.1", port), r, 8*time.Second); err != nil {
		log.Fatal(err)
	}
}
