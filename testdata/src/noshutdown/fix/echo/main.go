// Package main starts an echo server, and logs as echo does.
package main

import "github.com/labstack/echo/v4"

func main() {
	e := echo.New()
	e.Logger.Fatal(e.Start(":1323")) // want "never stopped by Shutdown"
}
