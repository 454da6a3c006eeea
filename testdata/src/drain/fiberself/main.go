// Package main lets fiber stop itself, and does not wait for that.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/gofiber/fiber/v3"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := listen(ctx); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
}

func listen(ctx context.Context) error {
	app := fiber.New()
	return app.Listen(os.Getenv("ADDR"), fiber.ListenConfig{GracefulContext: ctx}) // want `Listen returns as soon as its server is told to stop, and main ends without waiting for it`
}
