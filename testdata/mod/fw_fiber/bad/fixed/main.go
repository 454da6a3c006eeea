// Package main starts a fiber app on an address that nobody else can reach or
// choose, and never stops it.
package main

import (
	"log"

	"github.com/gofiber/fiber/v2"
)

func main() {
	app := fiber.New()
	app.Get("/orders", func(c *fiber.Ctx) error { return c.SendString("[]") })
	app.Get("/status", func(c *fiber.Ctx) error { return c.SendString("[]") })
	log.Fatal(app.Listen("127.0.0.1:3000")) // want `hardcodedport: port "3000"` `loopbackbind: host "127.0.0.1"` `noshutdown: .* never stopped by Shutdown or ShutdownWithTimeout or ShutdownWithContext`
}
