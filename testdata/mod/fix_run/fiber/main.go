// Command fiber listens with a fiber app.
package main

import (
	"log"

	"github.com/gofiber/fiber/v2"

	"example.com/fixrun/internal/slow"
)

func main() {
	app := fiber.New(fiber.Config{AppName: "fixrun"})
	app.Get("/", func(c *fiber.Ctx) error { return c.SendString(slow.Work()) })

	if err := app.Listen(":18474"); err != nil {
		log.Fatal(err)
	}
}
