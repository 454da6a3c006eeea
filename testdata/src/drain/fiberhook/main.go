// Package main lets fiber stop itself, and hears when it has.
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
	app := fiber.New()
	drained := make(chan error, 1)
	app.Hooks().OnPostShutdown(func(err error) error {
		drained <- err
		return nil
	})
	if err := app.Listen(os.Getenv("ADDR"), fiber.ListenConfig{GracefulContext: ctx}); err != nil {
		log.Fatal(err)
	}
	log.Print(<-drained)
}
