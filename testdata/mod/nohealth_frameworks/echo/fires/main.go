// Package main has groups and middleware, and the root is no handler for all paths.
package main

import (
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func main() {
	e := echo.New()
	e.HideBanner = true
	e.Use(middleware.Logger(), middleware.CORSWithConfig(middleware.CORSConfig{}))
	e.GET("/", item)
	g := e.Group("/users/:id", middleware.BasicAuth(nil))
	g.GET("/status", item)
	e.Logger.Fatal(e.Start(":1323")) // want `no route of this program looks like a health endpoint`
}

func item(c echo.Context) error { return c.NoContent(204) }
