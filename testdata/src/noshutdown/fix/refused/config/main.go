// Package main has its configuration from elsewhere: it may be that of child processes.
package main

import (
	"log"

	"github.com/gofiber/fiber/v2"
)

func main() {
	app := fiber.New(config())
	log.Fatal(app.Listen(":3000")) // want "never stopped by Shutdown"
}

func config() fiber.Config { return fiber.Config{} }
