// Package fibercontext lets fiber stop itself when a context ends.
package fibercontext

import (
	"context"

	"github.com/gofiber/fiber/v3"
)

func graceful(ctx context.Context) error {
	app := fiber.New()
	return app.Listen(":3000", fiber.ListenConfig{GracefulContext: ctx})
}
