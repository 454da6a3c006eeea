// Package main listens through frameworks.
package main

import (
	"os"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

func main() {
	r := gin.Default()
	r.Run()                         // reads PORT, and has a fallback
	r.Run(os.Getenv("PORT"))        // want `"PORT" alone is no address`
	r.Run("8080")                   // want `address "8080" has no colon`
	r.Run(":" + os.Getenv("APORT")) // want `environment variable "APORT" decides .*\(\*gin.Engine\).Run listens on a random port`

	e := echo.New()
	e.Start("8081")             // want `address "8081" has no colon`
	e.Start(os.Getenv("BADDR")) // want `environment variable "BADDR" decides .* listens on a random port`
}
