// Package main says why.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	ctx, cancel := context.WithCancel(context.Background())
	go func() { log.Print(srv.ListenAndServe()) }()
	cancel()
	//portvet:ignore drain -- requests are idempotent and sent again
	_ = srv.Shutdown(ctx)
}
