// Package main has groups, a mounted app and middleware, and the root is no handler for all paths.
package main

import (
	"log"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/logger"
	"github.com/gofiber/fiber/v2/middleware/recover"
)

func main() {
	app := fiber.New()
	app.Use(recover.New())
	app.Use("/api", logger.New(), func(c *fiber.Ctx) error { return c.Next() })
	app.Get("/", item)
	app.Route("/orders/:id", func(r fiber.Router) { r.Get("/status", item) })
	sub := fiber.New()
	sub.Get("/things", item)
	app.Mount("/sub", sub)
	log.Fatal(app.Listen(":3000")) // want `no route of this program looks like a health endpoint`
}

func item(c *fiber.Ctx) error { return c.SendString("") }
