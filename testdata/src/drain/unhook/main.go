// Package main serves with packages that drain in context.AfterFunc.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/unhook/httpx"
	"drain/unhook/httpy"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	if os.Getenv("PATIENT") != "" {
		if err := httpy.Serve(ctx, srv); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
		return
	}
	if err := httpx.Serve(ctx, srv); !errors.Is(err, http.ErrServerClosed) { // want `returns as soon as its server is told to stop, and main ends without waiting`
		log.Fatal(err)
	}
}
