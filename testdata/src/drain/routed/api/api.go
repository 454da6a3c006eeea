// Package api registers what routed answers.
package api

import "github.com/gofiber/fiber/v2"

var jobs = make(chan string)

// Register registers all routes on app.
func Register(app *fiber.App) {
	v1 := app.Group("/v1")
	v1.Get("/users", func(c *fiber.Ctx) error { return c.SendString("nobody") })
	v1.Get("/jobs", func(c *fiber.Ctx) error { return c.SendString(<-jobs) })
}
