// Package main starts a fiber app.
package main

import (
	"log"

	"github.com/gofiber/fiber/v2"
)

func main() {
	app := fiber.New(fiber.Config{Prefork: false})
	log.Fatal(app.Listen(":3000")) // want "never stopped by Shutdown"
}
