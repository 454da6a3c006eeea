// Package getter hands the application back.
package getter

import "github.com/gofiber/fiber/v2"

// Kept has an application.
type Kept struct{ app *fiber.App }

// New keeps app.
func New(app *fiber.App) *Kept { return &Kept{app: app} }

// App returns it.
func (k *Kept) App() *fiber.App { return k.app }
