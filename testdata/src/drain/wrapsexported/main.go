// Package main serves with handlers that an exported function makes in the package that uses it.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/wrapsexported/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if os.Getenv("KEPT") != "" {
		web.Kept(ctx, os.Getenv("ADDR"), http.NotFoundHandler())
		return
	}
	if os.Getenv("HERE") != "" {
		web.CutHere(ctx, os.Getenv("ADDR"), http.NotFoundHandler())
		return
	}
	web.Cut(ctx, os.Getenv("ADDR"), http.NotFoundHandler()) // want `requests run in a context that ends at the signal \(main.go:15\)`
}
