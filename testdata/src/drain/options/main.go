// Package main has no finding but with options: see TestOptions.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"
)

var srv = &http.Server{Addr: os.Getenv("ADDR")}

func main() {
	go func() { log.Print(srv.ListenAndServe()) }()
	ctx := context.Background()
	_ = srv.Shutdown(ctx)
	_ = srv.Shutdown(context.TODO())
	_ = srv.Shutdown(context.WithoutCancel(context.WithValue(ctx, key{}, 1)))
	_ = srv.Shutdown(context.WithValue(ctx, key{}, 1))
	limited(ctx)
	handed(ctx)
	given(ctx)
}

type key struct{}

func limited(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

func handed(ctx context.Context) { given(ctx) }

func given(ctx context.Context) { _ = srv.Shutdown(ctx) }
