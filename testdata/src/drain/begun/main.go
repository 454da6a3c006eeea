// Package main serves with a package that waits for what begins its drain, and with one
// that waits for its end.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/begun/house"
	"drain/begun/patient"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	addr := os.Getenv("ADDR")
	switch os.Getenv("KIND") {
	case "field":
		house.New(ctx, addr).Run() // want `returns as soon as its server is told to stop, and main ends without waiting`
	case "group":
		if err := house.Grouped(ctx, &http.Server{Addr: addr}); err != nil { // want `returns as soon as its server is told to stop, and main ends without waiting`
			log.Print(err)
		}
	case "channel":
		house.Until(ctx.Done(), &http.Server{Addr: addr}) // want `returns as soon as its server is told to stop, and main ends without waiting`
	case "patient":
		patient.New(ctx, addr).Run()
	default:
		if err := patient.Grouped(ctx, &http.Server{Addr: addr}); err != nil {
			log.Print(err)
		}
	}
}
