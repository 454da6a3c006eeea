// Command echo asks for PORT.
package main

import (
	"log"
	"os"

	"github.com/labstack/echo/v4"
)

func main() {
	e := echo.New()
	log.Fatal(e.Start(":" + os.Getenv("PORT")))
}
