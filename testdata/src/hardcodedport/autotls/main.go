// Package main lets echo get the certificates.
package main

import (
	"os"

	"github.com/labstack/echo/v4"
)

func main() {
	e := echo.New()
	e.StartAutoTLS(":443")
}

func other() { echo.New().Start(os.Getenv("ADDR")) }
