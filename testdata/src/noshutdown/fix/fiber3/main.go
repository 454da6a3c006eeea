// Package main starts a fiber app of version 3.
package main

import (
	"log"

	"github.com/gofiber/fiber/v3"
)

func main() {
	app := fiber.New()
	if err := app.Listen(":3000"); err != nil { // want "never stopped by Shutdown"
		log.Fatal(err)
	}
}
