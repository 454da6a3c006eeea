// Package main starts an echo on an address that nobody else can reach or
// choose, and never stops it.
package main

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

func main() {
	e := echo.New()
	e.GET("/orders", func(c echo.Context) error { return c.NoContent(http.StatusNoContent) })
	e.GET("/status", func(c echo.Context) error { return c.NoContent(http.StatusNoContent) })
	e.Logger.Fatal(e.Start("127.0.0.1:1323")) // want `hardcodedport: port "1323"` `loopbackbind: host "127.0.0.1"` `noshutdown: .* never stopped by Shutdown`
}
