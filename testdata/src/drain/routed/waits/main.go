// Command waits does as routed does, but behind the wait for the signal, what another package
// calls after its routes waits for the drain.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/gofiber/fiber/v2"

	"drain/routed/waits/api"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGINT, syscall.SIGTERM)
	app := fiber.New()
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-sig
		cancel()
		if err := app.Shutdown(); err != nil {
			log.Print(err)
		}
	}()
	app.Get("/orders", func(c *fiber.Ctx) error { return c.SendString("none") })
	go func() {
		if err := app.Listen(os.Getenv("ADDR")); err != nil {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	api.Unregister(app, drained)
}
