// Package pages registers pages.
package pages

import "github.com/gofiber/fiber/v2"

// Pages are pages.
type Pages struct{ app *fiber.App }

// New makes pages of app.
func New(app *fiber.App) *Pages { return &Pages{app: app} }

// Register registers them.
func (p *Pages) Register() {
	p.app.Get("/", func(c *fiber.Ctx) error { return c.SendString("page") })
}
