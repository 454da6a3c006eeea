// Package main waits in what it has handed over.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"drain/calledthere/base"
)

func main() {
	if err := base.Run(func(ctx context.Context) error {
		return base.ListenToEnd(ctx, &http.Server{Addr: os.Getenv("ADDR")})
	}, base.WithName("shop")); err != nil {
		log.Fatal(err)
	}
}
