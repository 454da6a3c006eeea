// Command major uses two major versions of one framework at a time.
package main

import (
	"github.com/labstack/echo/v4"
	echo5 "github.com/labstack/echo/v5"
)

func main() {
	go func() {
		e := echo.New()
		e.Start(":1323") // want `the server started by \(\*echo\.Echo\)\.Start is never stopped by Shutdown`
	}()
	e := echo5.New()
	e.Start(":1324")
}
