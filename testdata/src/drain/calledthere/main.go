// Package main returns with what it has handed over.
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
		return base.Listen(ctx, &http.Server{Addr: os.Getenv("ADDR")}) // want `returns as soon as its server is told to stop, and main ends without waiting`
	}, base.WithName("shop")); err != nil {
		log.Fatal(err)
	}
}
