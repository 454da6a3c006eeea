// Command echo starts an echo server.
package main

import (
	"github.com/labstack/echo/v4"

	"example.com/fixrun/internal/slow"
)

func main() {
	e := echo.New()
	e.GET("/", echo.WrapHandler(slow.Handler()))
	e.Logger.Fatal(e.Start(":18473"))
}
