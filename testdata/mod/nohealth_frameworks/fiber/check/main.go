// Package main has middleware for its health.
package main

import (
	"log"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/healthcheck"
)

func main() {
	app := fiber.New()
	app.Use(healthcheck.New(healthcheck.Config{}))
	log.Fatal(app.Listen(":3000"))
}
