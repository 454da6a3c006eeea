// Command routed sets up its routes between the goroutine that drains and the end of main: to
// register them waits for nobody.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/gofiber/fiber/v2"

	"drain/routed/api"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGINT, syscall.SIGTERM)
	app := fiber.New()
	go func() {
		<-sig
		cancel()
		if err := app.Shutdown(); err != nil {
			log.Print(err)
		}
	}()
	app.Get("/orders", func(c *fiber.Ctx) error {
		for range 3 { // a handler may do what it likes
			if work() {
				break
			}
		}
		return c.SendString("none")
	})
	api.Register(app)
	go func() {
		if err := app.Listen(os.Getenv("ADDR")); err != nil { // want `main ends without waiting for it`
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
}

var done = make(chan bool, 1)

func work() bool { return <-done }
