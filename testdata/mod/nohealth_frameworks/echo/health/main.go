// Package main has its health endpoint in a group.
package main

import (
	"github.com/labstack/echo/v4"
)

func main() {
	e := echo.New()
	e.Group("/-").GET("/healthy", func(c echo.Context) error { return c.NoContent(200) })
	e.Logger.Fatal(e.Start(":1323"))
}
