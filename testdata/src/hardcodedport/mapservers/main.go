// Package main has servers in a map of another package's.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"hardcodedport/mapservers/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := app.New()
	a.Add("api", os.Getenv("ADDR"), http.NewServeMux())
	a.Add("hooks", ":8074", http.NewServeMux()) // want `port "8074" is hardcoded`
	log.Print(a.Run(ctx))
}
