// Package main has a handler for all that no route matches.
package main

import (
	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	r.NoRoute(func(c *gin.Context) { c.Status(200) })
	r.Run(":8080")
}
