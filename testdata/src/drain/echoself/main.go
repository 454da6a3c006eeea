// Package main lets echo stop itself, which waits for that from 5.1 on.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/labstack/echo/v5"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	start := echo.StartConfig{Address: os.Getenv("ADDR")}
	if err := start.Start(ctx, echo.New()); err != nil {
		log.Fatal(err)
	}
}
