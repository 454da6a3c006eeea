// Package main takes its port from PORT and answers open requests before it
// ends. An app without an address listens on a port that the system chooses.
package main

import (
	"cmp"
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gofiber/fiber/v2"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	spare := fiber.New()
	go func() { log.Print(spare.Listen("")) }()
	defer spare.Shutdown()

	app := fiber.New()
	app.Get("/healthz", func(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusOK) })
	failed := make(chan error, 1)
	go func() { failed <- app.Listen(":" + cmp.Or(os.Getenv("PORT"), "3000")) }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
		stop()
	}
	if err := app.ShutdownWithTimeout(8 * time.Second); err != nil {
		log.Fatal(err)
	}
	if err := <-failed; err != nil {
		log.Fatal(err)
	}
}
