// Package api puts another answer where its routes were, and waits for the drain.
package api

import "github.com/gofiber/fiber/v2"

// Unregister returns when drained is closed.
func Unregister(app *fiber.App, drained <-chan struct{}) {
	app.Get("/", func(c *fiber.Ctx) error { return c.SendString("gone") })
	<-drained
}
