// Package main serves in child processes.
package main

import (
	"log"

	"github.com/gofiber/fiber/v2"
)

func main() {
	app := fiber.New(fiber.Config{Prefork: true})
	log.Fatal(app.Listen(":3000")) // want "never stopped by Shutdown"
}
